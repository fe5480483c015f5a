// Text of the data → text that a terminal shows and does not obey.

// Control characters (ESC among them) and the characters that reorder a line. Tabs become one space so that carets stay
// in place.
const UNSAFE = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;

/** Replaces what a terminal would act on by a visible sign of the same width. */
export function sanitiseForTerminal(text: string): string {
  return text.replace(UNSAFE, (char) => (char === '\t' ? ' ' : '\u{FFFD}'));
}

/** JSON of a value in which those characters stand as escapes: a terminal may show it, and a reader gets the same. */
export function renderSafeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSAFE, (char) =>
    char === '\n' ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
