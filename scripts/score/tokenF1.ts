// Two texts → how many of their words they share.
import { listWords } from '../values/words.ts';

/**
 * F1 of the words of two texts, each as often as it occurs (Rajpurkar et al. 2016, "SQuAD"); words are those of the
 * whole project. 0 where either has none.
 */
export function tokenF1(a: string, b: string): number {
  const left = listWords(a);
  const right = listWords(b);
  const times = new Map<string, number>();
  for (const word of right) times.set(word, (times.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of left) {
    const n = times.get(word) ?? 0;
    if (n === 0) continue;
    shared++;
    times.set(word, n - 1);
  }
  return shared === 0 ? 0 : (2 * shared) / (left.length + right.length);
}
