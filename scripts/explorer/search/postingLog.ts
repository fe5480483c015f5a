// Words of claims, claim by claim → for each word the claims that hold it, in pieces.
import { compareCodePoints } from '../../values/order.ts';
import { NumberLog } from '../data/numberLog.ts';
import type { Scratch, ScratchPiece } from '../scratch.ts';

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
/** So many entries are sorted at a time, or a quarter of all where that is less: 16 MB. */
const SORTED = 4_000_000;
const PASSES = 4;

/** Entries of one part of the log. */
const PART = 1 << 18;

/**
 * What stands where, in the order in which it comes: four bytes a word of a claim. An entry is the number of a word and
 * its fields in one. A part that is full is put away, and read again in each of the passes in which entries are sorted.
 */
export class PostingLog {
  private readonly numbers = new Map<string, number>();
  private readonly counts: number[] = [];
  private readonly away: Scratch;
  private readonly parts: ScratchPiece[] = [];
  private readonly part = new Uint32Array(PART);
  /** How many words each claim has. */
  private readonly lengths = new NumberLog();
  private claims = 0;
  private size = 0;

  /** @param away where parts are put that are full */
  constructor(away: Scratch) {
    this.away = away;
  }

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
      this.part[this.size % PART] = term * STEP + fields;
      this.counts[term] = (this.counts[term] ?? 0) + 1;
      this.size += 1;
      if (this.size % PART === 0) this.parts.push(this.away.add(bytesOf(this.part)));
    }
    this.lengths.add(words.size);
    this.claims += 1;
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
    const passes = Math.max(PASSES, Math.ceil(this.size / SORTED));
    const endOf = (at: number): number => cuts[at] ?? terms.length;
    let [sorted, first, behind] = [new Uint32Array(0), 0, 0];
    const read = (at: number): IndexPiece => {
      const [from, to] = [endOf(at), endOf(at + 1)];
      if (from < first || to > behind) {
        [first, behind] = [from, endOf(at + Math.ceil(cuts.length / passes))];
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
      head: { count: this.claims, first: cuts.map((rank) => terms[rank] ?? '') },
      pieces: { length: cuts.length, read },
    };
  }

  /** Steps and fields, word by word, of the words from one rank up to another; `starts` are those of all. */
  private sort(ranks: Uint32Array, starts: Uint32Array, from: number, to: number): Uint32Array<ArrayBuffer> {
    const origin = starts[from] ?? 0;
    const sorted = new Uint32Array((starts[to] ?? 0) - origin);
    const ends = starts.slice(from, to);
    const last = new Int32Array(to - from).fill(-1);
    const lengthOfNext = this.lengths.reader();
    let claim = -1;
    let left = 0;
    for (const part of this.read()) {
      for (let at = 0; at < part.length; at += 1) {
        for (; left === 0; claim += 1) left = lengthOfNext();
        left -= 1;
        const entry = part[at] ?? 0;
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

  /** All entries, part by part; each is good until the next. */
  private *read(): Generator<Uint32Array> {
    const memory = new Uint8Array(4 * PART);
    for (const piece of this.parts) {
      const { buffer, byteOffset } = this.away.read(piece, memory);
      yield new Uint32Array(buffer, byteOffset, PART);
    }
    yield this.part.subarray(0, this.size % PART);
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
