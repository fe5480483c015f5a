// Text → its words, folded, and what stays of them when order and spelling of signs are set aside.

const WORD = /[\p{L}\p{N}]+/gu;
const FIGURE = /^\p{N}+$/u;

/** Words of a text: maximal runs of letters and digits, NFKC, in lower case. */
export function listWords(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

/** The words without order or number, as 30-bit hashes in ascending order; words of digits alone are counted apart, since another number is another claim. */
export function sketchWords(words: readonly string[]): { words: number[]; figures: number } {
  const hashes = new Set<number>();
  let figures = 0;
  for (const word of words) {
    const hash = hashText(word);
    if (FIGURE.test(word)) figures = (figures + Math.imul(hash, 0x9e3779b1)) | 0;
    else hashes.add(hash);
  }
  return { words: [...hashes].sort((a, b) => a - b), figures };
}

/** FNV-1a over UTF-16 units, folded to 30 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 2) ^ (hash & 3);
}
