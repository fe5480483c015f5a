// Texts → every pair of them that says nearly the same.
import { areNear, FEWEST_WORDS, NEAR, type Wording } from '../values/words.ts';

/**
 * Calls back for every pair of texts that say nearly the same ({@link areNear}), `a` before `b`. Exact: two such texts
 * share a word among the rarest fifth of either, so that only texts with such a word in common are compared (prefix
 * filtering: Chaudhuri, Ganti and Kaushik 2006).
 */
export function forEachNearPair(wordings: readonly Wording[], visit: (a: number, b: number) => void): void {
  const frequency = new Map<string, number>();
  for (const { words } of wordings) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const byRareWord = new Map<string, number[]>();
  for (const [b, wording] of wordings.entries()) {
    const { size } = wording.words;
    if (size < FEWEST_WORDS) continue;
    const rarest = [...wording.words].sort(
      (x, y) => (frequency.get(x) as number) - (frequency.get(y) as number) || (x < y ? -1 : 1),
    );
    const figures = wording.numbers.join(' ');
    const seen = new Set<number>();
    for (const word of rarest.slice(0, size - Math.ceil(NEAR * size) + 1)) {
      const key = `${word} ${figures}`;
      const others = byRareWord.get(key);
      if (others === undefined) {
        byRareWord.set(key, [b]);
        continue;
      }
      for (const a of others) {
        if (seen.has(a)) continue;
        seen.add(a);
        if (areNear(wordings[a] as Wording, wording)) visit(a, b);
      }
      others.push(b);
    }
  }
}
