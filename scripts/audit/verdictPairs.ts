// Text of a verdict map → its pairs of a native word and a target; many maps → how many pairs and words they have.

import { readTable } from '../exchange/readTable.ts';
import { foldNative } from '../vocabulary/verdictMap.ts';

/** Shows each pair of a file of lines `word, tab, target`; a target may be missing. */
export function forEachPair(text: string, tell: (native: string, target: string, line: number) => void): void {
  readTable([text], { delimiter: '\t', quote: null }, ({ cells: [native = '', target = ''], line }) => {
    if (native.trim() !== '') tell(native, target.trim(), line);
    return true;
  });
}

/** Files, pairs with a target, and different words in them, as they are compared. */
export function countPairs(maps: readonly { text: string }[]): { files: number; pairs: number; words: number } {
  const words = new Set<string>();
  let pairs = 0;
  for (const { text } of maps)
    forEachPair(text, (native, target) => {
      if (target === '') return;
      pairs++;
      words.add(foldNative(native));
    });
  return { files: maps.length, pairs, words: words.size };
}
