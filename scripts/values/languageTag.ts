// Text → the language tag that it is, as RFC 5646 and the IANA registry have it.
import {
  EXTENDED,
  LANGUAGES,
  PREFERRED_LANGUAGES,
  PREFERRED_REGIONS,
  PREFERRED_TAGS,
  PREFERRED_VARIANTS,
  REGIONS,
  SCRIPTS,
  VARIANTS,
} from './generated/languageSubtags.ts';

const known = new Map<string, string | null>();

/** True for a tag of registered subtags in its usual spelling: `en`, `zh-Hant`, `und`; not `english`, `en-us`, `iw`. */
export function isLanguageTag(text: string): boolean {
  return spellLanguageTag(text) === text;
}

/** The usual spelling of a tag (`en-US` of `en-us`, `he` of `iw`), or null where it is none of registered subtags. */
export function spellLanguageTag(text: string): string | null {
  let tag = known.get(text);
  if (tag === undefined) {
    tag = spell(text.toLowerCase());
    // What people write are few; a file of nothing else must not fill the memory.
    if (known.size < 1000) known.set(text, tag);
  }
  return tag;
}

const FORM =
  /^([a-z]{2,3})(?:-([a-z]{3}))?(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?((?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)((?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*)(-x(?:-[a-z\d]{1,8})+)?$/;

function spell(text: string): string | null {
  if (Object.hasOwn(PREFERRED_TAGS, text)) return PREFERRED_TAGS[text] as string;
  const match = FORM.exec(text);
  if (!match) return null;
  const [, language = '', extended, script, region, variants = '', extensions = '', own = ''] = match;
  const parts = variants.split('-').slice(1);
  if (!has(LANGUAGES, language)) return null;
  if (extended !== undefined && !has(EXTENDED, extended)) return null;
  if (script !== undefined && !has(SCRIPTS, script)) return null;
  if (region !== undefined && !has(REGIONS, region)) return null;
  if (parts.some((part) => !has(VARIANTS, part)) || new Set(parts).size < parts.length) return null;
  return (
    [
      extended ?? PREFERRED_LANGUAGES[language] ?? language,
      ...(script === undefined ? [] : [script.charAt(0).toUpperCase() + script.slice(1)]),
      ...(region === undefined ? [] : [PREFERRED_REGIONS[region] ?? region.toUpperCase()]),
      ...parts.map((part) => PREFERRED_VARIANTS[part] ?? part),
    ].join('-') +
    extensions +
    own
  );
}

function has(subtags: string, subtag: string): boolean {
  return subtags.includes(` ${subtag} `);
}
