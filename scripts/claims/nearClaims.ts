// Sketches of claims → pairs that say nearly the same, in about linear time.

export const BANDS = 8;
const ROWS = 3;
/** A bucket keeps this many of its latest claims: texts made from one pattern would otherwise be compared all with all. */
const KEPT = 8;
/** Claims of fewer words are alike by chance. */
export const FEWEST = 6;

/** What is known of the words of some claims. A claim that has no sketch is like no other. */
export interface Sketches {
  readonly size: number;
  hasSketch(claim: number): boolean;
  /** The {@link bandKeys} of a claim, one at a time. */
  band(claim: number, band: number): number;
  /** A digest of the numbers that it names. */
  figures(claim: number): number;
  /** Jaccard index of the words of two claims: what they share by what they hold together. */
  overlap(a: number, b: number): number;
}

/**
 * For each claim the first earlier one with the same numbers whose words overlap to at least `least` (Jaccard), or -1. Candidates come from MinHash
 * signatures in bands (Broder 1997; Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, chapter 3): with 8 bands of 3 rows a pair of 0.8 is missed
 * with probability 0.003. Every candidate is verified, so no pair is reported by chance. One band is held in memory at a time.
 */
export function findNearClaims(sketches: Sketches, least: number): Int32Array {
  const partner = new Int32Array(sketches.size).fill(-1);
  const buckets = new Buckets(sketches.size);
  for (let band = 0; band < BANDS; band++) {
    buckets.clear();
    for (let i = 0; i < sketches.size; i++) {
      if (!sketches.hasSketch(i)) continue;
      const others = buckets.add(sketches.band(i, band), i);
      for (let k = 0; k < others; k++) {
        const j = buckets.other(k);
        const known = partner[i] as number;
        if ((known >= 0 && known <= j) || sketches.figures(j) !== sketches.figures(i)) continue;
        if (sketches.overlap(j, i) >= least) partner[i] = j;
      }
    }
  }
  return partner;
}

/** Claims by a key, in a table with open addresses: most keys have one claim, for which a list each would be dear. */
class Buckets {
  private readonly mask: number;
  private readonly keys: Int32Array;
  /** Of a key's only claim its number + 1; of several -1 - the number of their bucket; 0 where there is no key. */
  private readonly entries: Int32Array;
  /** {@link KEPT} places and a count for each bucket of several claims. */
  private several = new Int32Array(64 * WIDTH);
  private used = 0;
  private readonly found = new Int32Array(KEPT);

  constructor(claims: number) {
    let capacity = 16;
    while (capacity < 2 * claims) capacity *= 2;
    this.mask = capacity - 1;
    this.keys = new Int32Array(capacity);
    this.entries = new Int32Array(capacity);
  }

  clear(): void {
    this.entries.fill(0);
    this.used = 0;
  }

  /** Puts a claim into the bucket of a key and says how many others that bucket held before. */
  add(key: number, claim: number): number {
    const { mask, keys, entries, found } = this;
    let at = Math.imul(key ^ (key >>> 15), 0x9e3779b1) & mask;
    while (entries[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
    const entry = entries[at] as number;
    if (entry === 0) {
      keys[at] = key;
      entries[at] = claim + 1;
      return 0;
    }
    if (entry > 0) {
      found[0] = entry - 1;
      entries[at] = -1 - this.open(entry - 1, claim);
      return 1;
    }
    const start = (-1 - entry) * WIDTH;
    const { several } = this;
    const count = several[start + KEPT] as number;
    for (let k = 0; k < count; k++) found[k] = several[start + k] as number;
    if (count < KEPT) {
      several[start + count] = claim;
      several[start + KEPT] = count + 1;
    } else several[start + (claim % KEPT)] = claim;
    return count;
  }

  /** One of the others that the last {@link add} has found. */
  other(k: number): number {
    return this.found[k] as number;
  }

  private open(first: number, second: number): number {
    const start = this.used * WIDTH;
    if (start === this.several.length) {
      const grown = new Int32Array(2 * start);
      grown.set(this.several);
      this.several = grown;
    }
    this.several[start] = first;
    this.several[start + 1] = second;
    this.several[start + KEPT] = 2;
    return this.used++;
  }
}

const WIDTH = KEPT + 1;

const SEEDS = Int32Array.from({ length: BANDS * ROWS }, (_, i) => Math.imul(i + 1, 0x9e3779b1) | 1);

/** Writes the key of each band from `at` on. `words` are the hashes of a claim's words, `count` of them. */
export function bandKeys(words: Int32Array, count: number, figures: number, keys: Int32Array, at: number): void {
  for (let band = 0; band < BANDS; band++) {
    let key = figures;
    for (let row = 0; row < ROWS; row++) {
      const seed = SEEDS[band * ROWS + row] as number;
      let least = 0xffffffff;
      for (let i = 0; i < count; i++) {
        let hash = Math.imul((words[i] as number) ^ seed, 0x85ebca6b);
        hash = Math.imul(hash ^ (hash >>> 15), seed) >>> 0;
        if (hash < least) least = hash;
      }
      key = Math.imul(key ^ least, FNV_PRIME) ^ (key >>> 13);
    }
    keys[at + band] = key;
  }
}

const FNV_PRIME = 0x01000193;
