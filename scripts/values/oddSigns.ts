// Text → the names of the signs in it that nobody sees, or takes for a space.

const ODD =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: marks are meant, one by one.
  /[\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\uffa0]/gu;

/** `U+00A0`, `U+00A0 and U+200B`; null where every sign can be seen. Each is named once, in the order of the text. */
export function nameOddSigns(text: string): string | null {
  const codes = [...new Set(text.match(ODD))].map(
    (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return codes.length === 0 ? null : codes.join(' and ');
}
