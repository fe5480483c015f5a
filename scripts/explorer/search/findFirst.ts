// Words in the order of code points and a word → where it stands.
import { compareCodePoints } from '../../values/order.ts';

/** The place of the first word that is the given one or comes after it. */
export function findFirst(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareCodePoints(words[middle] ?? '', word) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
