// The beginning of a word, and the words that there are → the one that is meant.

/** The word itself, or the only one that begins so, whatever the case; null where none does, or several do. */
export function chooseBegun(words: readonly string[], begun: string): string | null {
  if (words.includes(begun)) return begun;
  const found = words.filter((word) => word.toLowerCase().startsWith(begun.toLowerCase()));
  return begun !== '' && found.length === 1 ? (found[0] as string) : null;
}
