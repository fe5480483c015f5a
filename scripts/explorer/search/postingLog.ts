// Words of claims, claim by claim → for each word the claims that hold it, in pieces.
import { compareCodePoints } from '../../values/order.ts';

/** Numbers of a posting: the step from the claim before, and the fields, in one. */
export const STEP = 64;

/** Words in the order of code points; for each the claims that hold it, as steps and fields. */
export interface IndexPiece {
  readonly terms: readonly string[];
  readonly postings: readonly (readonly number[])[];
}

/** What is known before any piece is read: how many claims there are, and the first word of each piece. */
export interface IndexHead {
  readonly count: number;
  readonly first: readonly string[];
}

/** The pieces, each put together when it is asked for. */
export interface IndexPieces {
  readonly length: number;
  readonly read: (at: number) => IndexPiece;
}

/** Numbers of a piece, about: some 30 kB when it is packed. */
const PIECE = 12_000;
/** So many times the log is read to sort a part of its entries, so that all are never in memory twice. */
const PASSES = 4;

/** Entries of one part of the log. */
const PART = 1 << 18;

/**
 * What stands where, in the order in which it comes: four bytes a word of a claim, outside of the heap, so that ten
 * million of them take forty megabytes. An entry is the number of a word and its fields in one.
 */
export class PostingLog {
  private readonly numbers = new Map<string, number>();
  private readonly counts: number[] = [];
  private readonly parts: Uint32Array[] = [];
  private readonly lengths: number[] = [];
  private size = 0;

  /** The number of a word. */
  number(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    this.numbers.set(term, this.counts.length);
    return this.counts.push(0) - 1;
  }

  /** Adds the words of the next claim with their fields. */
  add(words: ReadonlyMap<number, number>): void {
    for (const [term, fields] of words) {
      if (this.size % PART === 0) this.parts.push(new Uint32Array(PART));
      const part = this.parts.at(-1);
      if (part) part[this.size % PART] = term * STEP + fields;
      this.counts[term] = (this.counts[term] ?? 0) + 1;
      this.size += 1;
    }
    this.lengths.push(words.size);
  }

  /** Cuts the words into pieces. When one is read its entries are sorted, and those of some pieces behind it. */
  finish(): { head: IndexHead; pieces: IndexPieces } {
    const terms = [...this.numbers.keys()].sort(compareCodePoints);
    const ranks = new Uint32Array(terms.length);
    const starts = new Uint32Array(terms.length + 1);
    const cuts: number[] = [];
    let room = 0;
    for (const [rank, term] of terms.entries()) {
      const number = this.numbers.get(term) ?? 0;
      const count = this.counts[number] ?? 0;
      if (room <= 0) {
        cuts.push(rank);
        room = PIECE;
      }
      room -= count + 4;
      ranks[number] = rank;
      starts[rank + 1] = (starts[rank] ?? 0) + count;
    }
    const endOf = (at: number): number => cuts[at] ?? terms.length;
    let [sorted, first, behind] = [new Uint32Array(0), 0, 0];
    const read = (at: number): IndexPiece => {
      const [from, to] = [endOf(at), endOf(at + 1)];
      if (from < first || to > behind) {
        [first, behind] = [from, endOf(at + Math.ceil(cuts.length / PASSES))];
        sorted = this.sort(ranks, starts, first, behind);
      }
      const origin = starts[first] ?? 0;
      const words = terms.slice(from, to);
      const placeOf = (rank: number): number => (starts[rank] ?? 0) - origin;
      return {
        terms: words,
        postings: words.map((_, i) => Array.from(sorted.subarray(placeOf(from + i), placeOf(from + i + 1)))),
      };
    };
    return {
      head: { count: this.lengths.length, first: cuts.map((rank) => terms[rank] ?? '') },
      pieces: { length: cuts.length, read },
    };
  }

  /** Steps and fields, word by word, of the words from one rank up to another; `starts` are those of all. */
  private sort(ranks: Uint32Array, starts: Uint32Array, from: number, to: number): Uint32Array<ArrayBuffer> {
    const origin = starts[from] ?? 0;
    const sorted = new Uint32Array((starts[to] ?? 0) - origin);
    const ends = starts.slice(from, to);
    const last = new Int32Array(to - from).fill(-1);
    let at = 0;
    for (const [claim, length] of this.lengths.entries()) {
      for (const stop = at + length; at < stop; at += 1) {
        const entry = this.parts[Math.floor(at / PART)]?.[at % PART] ?? 0;
        const word = (ranks[Math.floor(entry / STEP)] ?? 0) - from;
        if (word < 0 || word >= last.length) continue;
        const place = ends[word] ?? 0;
        sorted[place - origin] = (claim - (last[word] ?? -1)) * STEP + (entry % STEP);
        last[word] = claim;
        ends[word] = place + 1;
      }
    }
    return sorted;
  }
}
