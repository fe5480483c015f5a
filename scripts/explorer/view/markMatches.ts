// A text and the words of a query → the parts of the text, found words apart.
import { foldWord, listPlaces, splitWords } from '../search/foldWords.ts';

export interface Part {
  readonly text: string;
  readonly found: boolean;
}

export type Marker = (text: string) => readonly Part[];

/**
 * Makes the function that marks the words of a query where they begin a word of a text, and the other spellings of a
 * name where they are the whole word: `Si` for Xi marks no `since`.
 */
export function markerOf(query: string, spellings: readonly (readonly string[])[]): Marker {
  const words = splitWords(query)
    .map(foldWord)
    .filter((word) => word !== '');
  if (words.length === 0) return (text) => [{ text, found: false }];
  const names = new Set(
    words.flatMap((word) => spellings.filter((group) => group.some((one) => begins(one, word))).flat()),
  );
  const isFound = (word: string): boolean => {
    const folded = foldWord(word);
    return names.has(folded) || words.some((start) => begins(folded, start));
  };
  return (text) => {
    const parts: Part[] = [];
    let drawn = 0;
    const add = (end: number, found: boolean): void => {
      if (end <= drawn) return;
      const last = parts.at(-1);
      const piece = text.slice(drawn, end);
      drawn = end;
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
