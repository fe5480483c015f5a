// Document and number of a sentence → one key.

/** A sentence of a document as a key. */
export function sentenceKey(document: string, sentence: number | string): string {
  return JSON.stringify([document, String(sentence)]);
}
