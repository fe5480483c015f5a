// A text and the words of a query → the parts of the text, found words apart.
import { foldWord, listPlaces, splitWords } from '../search/foldWords.ts';

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
  const isFound = (word: string): boolean => {
    const folded = foldWord(word);
    return all.some((one) => begins(folded, one));
  };
  return (text) => {
    const parts: Part[] = [];
    const add = (end: number, found: boolean): void => {
      const start = parts.reduce((length, part) => length + part.text.length, 0);
      if (end <= start) return;
      const last = parts.at(-1);
      const piece = text.slice(start, end);
      if (last && last.found === found) parts[parts.length - 1] = { text: last.text + piece, found };
      else parts.push({ text: piece, found });
    };
    for (const { start, end } of listPlaces(text).filter((place) => isFound(place.text))) {
      add(start, false);
      add(end, true);
    }
    add(text.length, false);
    return parts;
  };
}

function begins(word: string, start: string): boolean {
  return start.length > 1 ? word.startsWith(start) : word === start;
}
