// Sketches of claims → pairs that say nearly the same, in about linear time.

export const BANDS = 8;
const ROWS = 3;
/**
 * A bucket keeps this many of its latest claims: texts made from one pattern would otherwise be compared all with all.
 */
const KEPT = 8;

/**
 * What is known of the words of claims that have enough of them; columns, since every claim is compared with some that
 * are not like it.
 */
export interface Sketches {
  /** The numbers of the claims, ascending. All else goes by the places in this list. */
  claims: Int32Array;
  /** A digest of the numbers that each names. */
  figures: Int32Array;
  /** How many words each has, and their {@link markWords}. */
  counts: Int32Array;
  marks: Int32Array;
  /** Writes one of the {@link bandKeys} of each claim. */
  readBand(band: number, keys: Int32Array): void;
  /** How many words two claims share. */
  countShared(a: number, b: number): number;
}

/**
 * For each of these claims the place of the first before it with the same numbers whose words overlap to at least
 * `least` (Jaccard), or -1. Candidates come from MinHash signatures in bands (Broder 1997; Leskovec, Rajaraman, Ullman:
 * Mining of Massive Datasets, chapter 3): with 8 bands of 3 rows a pair of 0.8 is missed with probability 0.003. Every
 * candidate is verified, so no pair is reported by chance. One band is held in memory at a time.
 */
export function findNearClaims(sketches: Sketches, least: number): Int32Array {
  const partner = new Int32Array(sketches.claims.length).fill(-1);
  visitCandidates(sketches, (i, other) => {
    const known = partner[i] as number;
    if ((known < 0 || known > other) && areNear(sketches, i, other, least)) partner[i] = other;
  });
  return partner;
}

/**
 * All pairs of places whose claims have the same numbers and overlap so far, the later place first, each once,
 * ascending.
 */
export function findNearPairs(sketches: Sketches, least: number): [number, number][] {
  const { length } = sketches.claims;
  const known = new Set<number>();
  visitCandidates(sketches, (i, other) => {
    const pair = i * length + other;
    if (!known.has(pair) && areNear(sketches, i, other, least)) known.add(pair);
  });
  return [...known].sort((a, b) => a - b).map((pair) => [Math.floor(pair / length), pair % length]);
}

/** Shows each claim with every other before it that shares a band and has the same numbers. */
function visitCandidates(sketches: Sketches, visit: (claim: number, other: number) => void): void {
  const { claims, figures } = sketches;
  const keys = new Int32Array(claims.length);
  const buckets = new Buckets(claims.length);
  for (let band = 0; band < BANDS; band++) {
    buckets.clear();
    sketches.readBand(band, keys);
    for (let i = 0; i < claims.length; i++) {
      const others = buckets.add(keys[i] as number, i, claims[i] as number);
      for (let k = 0; k < others; k++) {
        const other = buckets.other(k);
        if (figures[other] === figures[i]) visit(i, other);
      }
    }
  }
}

/**
 * Whether the words of two claims overlap to at least `least`. Most are told apart by their marks: each that only one
 * of the two has is a word that is not shared.
 */
function areNear({ counts, marks, countShared }: Sketches, a: number, b: number, least: number): boolean {
  const [countA, countB] = [counts[a] as number, counts[b] as number];
  const [markA, markB] = [marks[a] as number, marks[b] as number];
  const most = Math.min(countA - countBits(markA & ~markB), countB - countBits(markB & ~markA));
  const overlap = (shared: number) => shared / (countA + countB - shared);
  return overlap(most) >= least && overlap(countShared(a, b)) >= least;
}

/** One bit of 32 for each word. */
export function markWords(words: Int32Array, count: number): number {
  let mark = 0;
  for (let i = 0; i < count; i++) mark |= 1 << (words[i] as number);
  return mark;
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Claims by a key, in a table with open addresses: most keys have one claim, and a list for each would waste memory.
 */
class Buckets {
  private readonly mask: number;
  /**
   * Pairs of a key and its entry: of its only claim the number + 1; of several -1 - the number of their bucket; 0 where
   * there is no key.
   */
  private readonly table: Int32Array;
  /** {@link KEPT} places and a count for each bucket of several claims. */
  private several = new Int32Array(64 * WIDTH);
  private used = 0;
  private readonly found = new Int32Array(KEPT);

  constructor(claims: number) {
    let capacity = 16;
    while (capacity < 2 * claims) capacity *= 2;
    this.mask = capacity - 1;
    this.table = new Int32Array(2 * capacity);
  }

  clear(): void {
    this.table.fill(0);
    this.used = 0;
  }

  /**
   * Puts a claim into the bucket of a key and says how many others that bucket held before. Of a full bucket `number`
   * says whose place it takes.
   */
  add(key: number, claim: number, number: number): number {
    const { mask, table, found } = this;
    let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) & mask;
    while (table[2 * slot + 1] !== 0 && table[2 * slot] !== key) slot = (slot + 1) & mask;
    const entry = table[2 * slot + 1] as number;
    if (entry === 0) {
      table[2 * slot] = key;
      table[2 * slot + 1] = claim + 1;
      return 0;
    }
    if (entry > 0) {
      found[0] = entry - 1;
      table[2 * slot + 1] = -1 - this.open(entry - 1, claim);
      return 1;
    }
    const start = (-1 - entry) * WIDTH;
    const { several } = this;
    const count = several[start + KEPT] as number;
    for (let k = 0; k < count; k++) found[k] = several[start + k] as number;
    if (count < KEPT) {
      several[start + count] = claim;
      several[start + KEPT] = count + 1;
    } else several[start + (number % KEPT)] = claim;
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
