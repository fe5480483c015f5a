// A text and the words of a query → the parts of the text, found words apart.
import { foldWord, splitWords } from '../search/foldWords.ts';

export interface Part {
  readonly text: string;
  readonly found: boolean;
}

/** Makes the function that marks the words of a query, in all their spellings, where they begin a word of a text. */
export function markerOf(query: string, spellings: readonly (readonly string[])[]): (text: string) => Part[] {
  const words = splitWords(query)
    .map(foldWord)
    .filter((word) => word !== '');
  if (words.length === 0) return (text) => [{ text, found: false }];
  const all = words.flatMap((word) => [
    word,
    ...spellings.filter((group) => group.some((one) => begins(one, word))).flat(),
  ]);
  return (text) => {
    const parts: Part[] = [];
    for (const run of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
      if (run === '') continue;
      const found =
        /[\p{L}\p{N}]/u.test(run) &&
        splitWords(run)
          .map(foldWord)
          .some((one) => all.some((word) => begins(one, word)));
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
