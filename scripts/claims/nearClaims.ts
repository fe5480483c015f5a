// Sketches of claims → pairs that say nearly the same, in about linear time.

/** Sorted, distinct hashes of a claim's words, and a digest of its numbers. */
export interface Sketch {
  words: readonly number[];
  figures: number;
}

const BANDS = 8;
const ROWS = 3;
/** A bucket keeps this many of its latest claims: texts made from one pattern would otherwise be compared all with all. */
const KEPT = 8;
/** Claims of fewer words are alike by chance. */
const FEWEST = 6;

/**
 * For each claim the first earlier one with the same numbers whose words overlap to at least `least` (Jaccard), or -1. Candidates come from MinHash
 * signatures in bands (Broder 1997; Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, chapter 3): with 8 bands of 3 rows a pair of 0.8 is missed
 * with probability 0.003. Every candidate is verified, so no pair is reported by chance. One band is held in memory at a time.
 */
export function findNearClaims(sketches: readonly Sketch[], least: number): Int32Array {
  const partner = new Int32Array(sketches.length).fill(-1);
  for (let band = 0; band < BANDS; band++) {
    const buckets = new Map<number, number[]>();
    for (let i = 0; i < sketches.length; i++) {
      const sketch = sketches[i] as Sketch;
      if (sketch.words.length < FEWEST) continue;
      const key = bandKey(sketch, band);
      const bucket = buckets.get(key);
      if (!bucket) {
        buckets.set(key, [i]);
        continue;
      }
      for (const j of bucket) {
        const known = partner[i] as number;
        if ((known >= 0 && known <= j) || (sketches[j] as Sketch).figures !== sketch.figures) continue;
        if (overlap((sketches[j] as Sketch).words, sketch.words) >= least) partner[i] = j;
      }
      if (bucket.length < KEPT) bucket.push(i);
      else bucket[i % KEPT] = i;
    }
  }
  return partner;
}

function bandKey({ words, figures }: Sketch, band: number): number {
  let key = figures;
  for (let row = 0; row < ROWS; row++) {
    const seed = Math.imul(band * ROWS + row + 1, 0x9e3779b1) | 1;
    let least = 0xffffffff;
    for (let i = 0; i < words.length; i++) {
      let hash = Math.imul((words[i] as number) ^ seed, 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 15), seed) >>> 0;
      if (hash < least) least = hash;
    }
    key = Math.imul(key ^ least, 0x01000193) ^ (key >>> 13);
  }
  return key;
}

/** Jaccard index of two ascending lists: what they share by what they hold together. */
export function overlap(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) {
      shared++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return shared / (a.length + b.length - shared);
}
