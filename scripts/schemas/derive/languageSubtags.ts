// The IANA registry of language subtags → a module with what it registers, small enough to be part of every start.
import { DERIVED_NOTICE } from './source.ts';

/** An entry of the registry, as RFC 5646 describes it. A range of subtags for private use is written `qaa..qtz`. */
export interface RegistryEntry {
  Type: string;
  Subtag?: string;
  Tag?: string;
  'Preferred-Value'?: string;
}

/**
 * Subtags of each kind, in lower case between spaces, and whole tags or subtags that the registry wants to be written
 * otherwise.
 */
export function deriveLanguageSubtags(entries: readonly RegistryEntry[], date: string): string {
  const list = (type: string) =>
    ` ${entries.flatMap((entry) => (entry.Type === type ? expand(entry.Subtag ?? '') : [])).join(' ')} `.toLowerCase();
  const prefer = (types: readonly string[]) =>
    Object.fromEntries(
      entries.flatMap(({ Type, Subtag, Tag, 'Preferred-Value': preferred }) =>
        types.includes(Type) && preferred !== undefined ? [[(Subtag ?? Tag ?? '').toLowerCase(), preferred]] : [],
      ),
    );
  const values = {
    LANGUAGES: list('language'),
    EXTENDED: list('extlang'),
    SCRIPTS: list('script'),
    REGIONS: list('region'),
    VARIANTS: list('variant'),
    PREFERRED_LANGUAGES: prefer(['language']),
    PREFERRED_REGIONS: prefer(['region']),
    PREFERRED_VARIANTS: prefer(['variant']),
    PREFERRED_TAGS: prefer(['grandfathered', 'redundant']),
  };
  const lines = Object.entries(values).map(([name, value]) => {
    const type = typeof value === 'string' ? '' : ': Readonly<Record<string, string>>';
    return `export const ${name}${type} = ${JSON.stringify(value)};`;
  });
  return `// ${DERIVED_NOTICE}\n// The IANA language subtag registry of ${date}.\n${lines.join('\n')}\n`;
}

/** A range as its subtags; they differ in their last letters. */
function expand(subtag: string): string[] {
  const [first, last] = subtag.toLowerCase().split('..');
  if (first === undefined || last === undefined) return [subtag];
  const subtags = [first];
  for (let at = first; at !== last; subtags.push(at)) at = follow(at);
  return subtags;
}

function follow(subtag: string): string {
  const end = subtag.slice(-1);
  return end === 'z'
    ? `${follow(subtag.slice(0, -1))}a`
    : subtag.slice(0, -1) + String.fromCharCode(end.charCodeAt(0) + 1);
}
