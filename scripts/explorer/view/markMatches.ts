// A text and the words of a query → the parts of the text, found words apart.
import { foldWord, splitWords } from '../search/foldWords.ts';

export interface Part {
  readonly text: string;
  readonly found: boolean;
}

export type Marker = (text: string) => readonly Part[];

/**
 * Makes the function that marks the words of a query where they begin a word of a text, and the other spellings of a name where
 * they are the whole word: `Si` for Xi marks no `since`.
 */
export function markerOf(query: string, spellings: readonly (readonly string[])[]): Marker {
  const words = splitWords(query)
    .map(foldWord)
    .filter((word) => word !== '');
  if (words.length === 0) return (text) => [{ text, found: false }];
  const names = new Set(
    words.flatMap((word) => spellings.filter((group) => group.some((one) => begins(one, word))).flat()),
  );
  const isFound = (word: string): boolean => names.has(word) || words.some((start) => begins(word, start));
  return (text) => {
    const parts: Part[] = [];
    for (const run of text.split(/(\d{4}-\d{2}(?:-\d{2})?|[\p{L}\p{N}\p{M}]+)/u)) {
      if (run === '') continue;
      const found = /[\p{L}\p{N}]/u.test(run) && splitWords(run).map(foldWord).some(isFound);
      const last = parts.at(-1);
      if (last && last.found === found) parts[parts.length - 1] = { text: last.text + run, found };
      else parts.push({ text: run, found });
    }
    return parts;
  };
}

function begins(word: string, start: string): boolean {
  return start.length > 1 ? word.startsWith(start) : word === start;
}
