// Text → what is left of it when the ways of spelling it are set aside.

/** Letters and digits in NFKD, without marks, folded: equal for names that differ in case, accents, spaces and punctuation only. */
export function foldSpelling(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
