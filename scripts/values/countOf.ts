// A number and what is counted → words.

/** `1 claim`, `2 claims`; for nouns that take an s. */
export function countOf(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
