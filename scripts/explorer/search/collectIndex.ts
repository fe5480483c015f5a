// Claims → a full-text index in pieces, of which a search reads only those of its words.
import type { ArticleRow, ClaimRow, EntityRow } from '../../schemas/generated/types.ts';
import { compareCodePoints } from '../../values/order.ts';
import { hostOf } from '../../values/webHost.ts';
import { foldWord, listIndexed } from './foldWords.ts';

/** Where a word stands in a claim, a bit each; `DIRECT` is what the row of a claim shows or is about. */
export const FIELDS = { claim: 1, said: 2, facts: 4, justification: 8, sources: 16, topics: 32 } as const;
export const DIRECT = FIELDS.claim | FIELDS.said | FIELDS.facts;
/** Numbers of a posting: the step from the claim before, and the fields, in one. */
export const STEP = 64;

export type Spellings = readonly (readonly string[])[];

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

export interface IndexCollector {
  readonly add: (claim: ClaimRow) => void;
  readonly finish: () => { head: IndexHead; pieces: IndexPieces };
}

/** Names that readers see for the ids in a claim. */
export interface Labels {
  readonly verdict: (id: string) => string;
  readonly topic: (id: string) => string;
}

/** Collects the words claim by claim; the number of a claim is its place in the dataset. */
export function collectIndex(
  entities: readonly EntityRow[],
  articles: ReadonlyMap<string, ArticleRow>,
  spellings: Spellings,
  labels: Labels,
): IndexCollector {
  const names = new Map(entities.map((entity) => [entity.entity_id, [entity.name, ...entity.aliases].join(' ')]));
  const log = new PostingLog();
  const keep = wordKeeper(headsOf(spellings), log);
  return {
    add: (claim) => {
      const words = new Map<number, number>();
      const put = (field: keyof typeof FIELDS, ...texts: (string | null | undefined)[]): void => {
        for (const text of texts) {
          if (typeof text === 'string')
            for (const word of keep(text)) words.set(word, (words.get(word) ?? 0) | FIELDS[field]);
        }
      };
      put('claim', claim.claim);
      put(
        'said',
        claim.quote,
        claim.claimant,
        names.get(claim.claimant_id ?? ''),
        claim.claimant_role,
        claim.reported_by,
      );
      put('facts', claim.claim_id, claim.claim_date, claim.status, claim.claim_type);
      if (claim.verdict !== null) put('facts', labels.verdict(claim.verdict));
      put('facts', claim.source_publisher);
      put('topics', ...claim.topics.map(labels.topic));
      put('justification', claim.justification);
      put('sources', articles.get(claim.article_id)?.publisher);
      for (const item of claim.evidence) {
        put('sources', item.title, item.publisher, item.origin, item.shows, item.quote, hostOf(item.url ?? ''));
      }
      for (const { publisher, title, verdict_native } of claim.reviews)
        put('sources', publisher, title, verdict_native);
      log.add(words);
    },
    finish: () => log.finish(),
  };
}

/** Entries of one part of the log. */
const PART = 1 << 18;

/**
 * What stands where, in the order in which it comes: four bytes a word of a claim, outside of the heap, so that ten
 * million of them take forty megabytes. An entry is the number of a word and its fields in one.
 */
class PostingLog {
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

/** Every spelling of a name by the one that stands for all. */
export function headsOf(spellings: Spellings): ReadonlyMap<string, string> {
  return new Map(spellings.flatMap((group) => group.map((word) => [word, group[0] ?? word] as const)));
}

/** Written words that are remembered. */
const REMEMBERED = 50_000;

/** Folds a written word once: most words of a dataset come again and again. */
function wordKeeper(heads: ReadonlyMap<string, string>, log: PostingLog): (text: string) => number[] {
  const known = new Map<string, number>();
  return (text) => {
    const numbers: number[] = [];
    for (const word of listIndexed(text)) {
      let number = known.get(word);
      if (number === undefined) {
        const plain = foldWord(word);
        number = plain === '' ? -1 : log.number(heads.get(plain) ?? plain);
        if (known.size >= REMEMBERED) known.clear();
        known.set(word, number);
      }
      if (number >= 0) numbers.push(number);
    }
    return numbers;
  };
}
