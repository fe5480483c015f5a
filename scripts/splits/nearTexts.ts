// Texts → every pair of them that says nearly the same.
import { listWords } from '../values/words.ts';

/** The distinct words of a text that are no numbers, and its numbers. */
export interface Wording {
  words: Set<string>;
  numbers: string[];
}

/** Texts of fewer words are alike by chance; words that two have in common at least (Jaccard). */
const FEWEST = 6;
const NEAR = 0.8;
const NUMBER = /^\p{N}+$/u;

export function takeWording(text: string): Wording {
  const words = new Set<string>();
  const numbers: string[] = [];
  for (const word of listWords(text)) {
    if (NUMBER.test(word)) numbers.push(word);
    else words.add(word);
  }
  return { words, numbers: numbers.sort() };
}

/**
 * Calls back for every pair of texts, `a` before `b`, with the same numbers and six words at least of which they share
 * 80 %. Exact: two such texts share a word among the rarest fifth of either, so that only texts with such a word in
 * common are compared (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
 */
export function forEachNearPair(wordings: readonly Wording[], visit: (a: number, b: number) => void): void {
  const frequency = new Map<string, number>();
  for (const { words } of wordings) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const byRareWord = new Map<string, number[]>();
  for (const [b, wording] of wordings.entries()) {
    const { size } = wording.words;
    if (size < FEWEST) continue;
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
        if (areNear((wordings[a] as Wording).words, wording.words)) visit(a, b);
      }
      others.push(b);
    }
  }
}

function areNear(a: Set<string>, b: Set<string>): boolean {
  if (Math.min(a.size, b.size) < NEAR * Math.max(a.size, b.size)) return false;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared) >= NEAR;
}
