// Text → the most dangerous thing in it that a reader does not see coming.
import { isFormula } from '../rules/measures/formula.ts';

/** Kinds, the most dangerous first. */
export const HOSTILE = ['formula', 'bidi', 'control', 'mojibake', 'invisible', 'markup', 'line break'] as const;
export type Hostile = (typeof HOSTILE)[number];

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/u;
// Overrides, embeddings and isolates. Single marks of direction are what right-to-left text needs.
const BIDI = /[\u202A-\u202E\u2066-\u2069]/u;
// UTF-8 that was read as Windows-1252 or Latin-1, and what no decoder knew.
const MOJIBAKE =
  /\u00C3[\u0080-\u00BF\u0192\u201A\u2020\u2026]|\u00C2[\u0080-\u00BF]|\u00E2\u20AC[\u0080-\u00BF\u0153\u02DC\u2018-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]|\u00E2\u0080[\u0080-\u00BF]|\u00EF\u00BB\u00BF|\uFFFD/u;
// Signs without width that no script needs; the joiners are left alone, since some do.
const INVISIBLE = /[\u00AD\u180E\u200B\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/u;
const MARKUP =
  /<\/?(?:a|b|br|div|em|embed|font|form|h[1-6]|hr|i|iframe|img|input|li|link|meta|object|ol|p|script|span|strong|style|svg|table|td|tr|u|ul)(?:\s[^<>]*)?\/?>|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});/i;
const BREAK = /[\n\r\u2028\u2029]/u;
// Anything that one of the above may need.
const SUSPECT = /[^\x20-\x7E]|[<&]|^[=+@-]/u;

/** What a text holds, or null; most hold nothing but plain signs, which one look tells. */
export function findHostile(text: string): Hostile | null {
  if (!SUSPECT.test(text)) return null;
  if (isFormula(text)) return 'formula';
  if (BIDI.test(text)) return 'bidi';
  if (CONTROL.test(text)) return 'control';
  if (MOJIBAKE.test(text)) return 'mojibake';
  if (INVISIBLE.test(text)) return 'invisible';
  if (MARKUP.test(text)) return 'markup';
  return BREAK.test(text) ? 'line break' : null;
}

const SIGNS: Partial<Record<Hostile, RegExp>> = { bidi: BIDI, control: CONTROL, invisible: INVISIBLE };

/** The first sign of a kind, named by its code point; null where the kind is no sign. */
export function nameSign(text: string, kind: Hostile): string | null {
  const sign = SIGNS[kind]?.exec(text)?.[0]?.codePointAt(0);
  return sign === undefined ? null : `U+${sign.toString(16).toUpperCase().padStart(4, '0')}`;
}
