// A text → the language to say that it is in.

/** The language that the page itself is in. */
const PAGE = 'en';

/**
 * The language of a text in the project's own words. It is the one that the project says its labels are written in.
 * Where it says none it is the page's, unless the text is written mostly in another script than Latin: then it can only
 * be that of the article. Returns null for the page's own language.
 */
export function guessLanguage(text: string, articleLanguage: string, labelsLanguage: string | null): string | null {
  if (labelsLanguage !== null) return labelsLanguage === PAGE ? null : labelsLanguage;
  const letters = [...text.matchAll(/\p{L}/gu)].length;
  const latin = [...text.matchAll(/\p{Script=Latin}/gu)].length;
  return letters > 0 && latin * 2 < letters ? articleLanguage : null;
}

/** Languages that one script all but names, for a quotation whose language nobody noted. */
const BY_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/[іїєґІЇЄҐ]/u, 'uk'],
  [/[ёыэъЁЫЭЪ]/u, 'ru'],
  [/\p{Script=Cyrillic}/u, 'und-Cyrl'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'und-Arab'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/[łąęśźżćńŁĄĘŚŹŻĆŃ]/u, 'pl'],
  [/[ěřůĚŘŮ]/u, 'cs'],
  [/[ľĺŕôĽĹŔÔ]/u, 'sk'],
];

/**
 * The language of a quotation by its letters; null where they do not tell, since a wrong one makes it unreadable aloud.
 */
export function languageByScript(text: string): string | null {
  return BY_SCRIPT.find(([letters]) => letters.test(text))?.[1] ?? null;
}
