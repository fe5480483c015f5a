// Texts → every pair of them that says nearly the same.
import { FEWEST_WORDS, NEAR, takeWording } from '../values/words.ts';

/** Words as their places among all words, the rarest first; `figures` is a number for the numbers of the text. */
interface Sketch {
  words: Int32Array;
  figures: number;
}

/**
 * Calls back for every pair of texts that say nearly the same (`areNear` of words.ts), `a` before `b`. Exact: two such
 * texts share a word among the rarest fifth of either, so that only texts with such a word in common are compared
 * (prefix filtering: Chaudhuri, Ganti and Kaushik 2006). Of each text its words are held as numbers.
 */
export function forEachNearPair(texts: Iterable<string>, visit: (a: number, b: number) => void): void {
  const { sketches, figures } = sketch(texts);
  /** Texts by a rare word and their figures; most have one, which needs no list. */
  const known = new Map<number, number | number[]>();
  for (const [b, own] of sketches.entries()) {
    if (own === null) continue;
    const { length } = own.words;
    const compare = (a: number) => {
      if (!seen.has(a) && areNear((sketches[a] as Sketch).words, own.words)) visit(a, b);
      seen.add(a);
    };
    const seen = new Set<number>();
    for (const word of own.words.subarray(0, length - Math.ceil(NEAR * length - 1e-9) + 1)) {
      const key = word * figures + own.figures;
      const others = known.get(key);
      if (others === undefined) known.set(key, b);
      else if (typeof others === 'number') {
        compare(others);
        known.set(key, [others, b]);
      } else {
        others.forEach(compare);
        others.push(b);
      }
    }
  }
}

/** Null for texts with too few words; `figures` is how many different ones there are. */
function sketch(texts: Iterable<string>): { sketches: (Sketch | null)[]; figures: number } {
  const figures = new Map<string, number>();
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const sketches = Array.from(texts, (text): Sketch | null => {
    const wording = takeWording(text);
    if (wording.words.size < FEWEST_WORDS) return null;
    const words = Int32Array.from(wording.words, (word) => numberOf(word, numbers));
    for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
    return { words, figures: numberOf(wording.numbers.join(' '), figures) };
  });
  const ranks = new Int32Array(counts.length);
  for (const [rank, word] of [...counts.keys()]
    .sort((a, b) => (counts[a] as number) - (counts[b] as number) || a - b)
    .entries())
    ranks[word] = rank;
  for (const own of sketches) {
    if (own === null) continue;
    for (const [i, word] of own.words.entries()) own.words[i] = ranks[word] as number;
    own.words.sort();
  }
  return { sketches, figures: figures.size };
}

function numberOf(text: string, numbers: Map<string, number>): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

/** Whether words in order overlap so far. */
function areNear(a: Int32Array, b: Int32Array): boolean {
  if (Math.min(a.length, b.length) < NEAR * Math.max(a.length, b.length)) return false;
  let shared = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const [x, y] = [a[i] as number, b[k] as number];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) k++;
  }
  return shared / (a.length + b.length - shared) >= NEAR;
}
