// Text → signs that nobody sees and that make its words other words.

/**
 * Soft hyphen, combining grapheme joiner, fillers of Hangul, zero width space, word joiner and invisible operators,
 * byte order mark, and tags. Joiners (U+200C, U+200D), marks of direction and variation selectors are needed by scripts
 * and emoji; tags are, in flags alone.
 */
export const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: marks are meant, one by one.
  /[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]*)[\u{E0000}-\u{E007F}]/u;

/** The first such sign as `U+00AD`, or null. */
export function findInvisible(text: string): string | null {
  const [sign] = INVISIBLE.exec(text) ?? [];
  return sign === undefined ? null : nameSign(sign);
}

/** The text without them. */
export function dropInvisible(text: string): string {
  return text.replace(new RegExp(INVISIBLE, 'gu'), '');
}

/** `U+` and the number of a sign in four hexadecimal digits at least. */
export function nameSign(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
