// An index in pieces and a query → the claims that hold its words, and where.
import { distance } from 'fastest-levenshtein';
import { compareCodePoints } from '../../values/order.ts';
import { orderPlaces } from '../data/orderPlaces.ts';
import { remember } from '../data/remember.ts';
import { DIRECT, FIELDS, headsOf, type Spellings } from './collectIndex.ts';
import { isArticle } from './foldArabic.ts';
import { foldWord, isUnspaced, splitWords } from './foldWords.ts';
import { openIndex } from './openIndex.ts';
import { type IndexHead, type IndexPiece, STEP } from './postingLog.ts';

/** Places of the claims that hold every word of a query. */
export interface Found {
  /** Those that hold it in the claim, the quotation, the names or the facts, best first. */
  readonly near: readonly number[];
  /** The others in the order of the dataset: they are counted at every letter, and seldom shown. */
  readonly far: readonly number[];
  /** All of them: first the near ones, then the others, best first. */
  readonly places: () => readonly number[];
  /** Where else a word of the query stands in that claim; null where the claim shows all of them. */
  readonly where: (place: number) => 'topics' | 'justification' | 'sources' | null;
}

export interface ClaimSearch {
  /** Null where the query says nothing yet. */
  readonly find: (query: string) => Promise<Found | null>;
  /** Queries that differ from the given one in one word and find something. */
  readonly suggest: (query: string) => Promise<string[]>;
}

/** A claim's fields weigh so much; a word that only begins like the one asked for weighs less. */
const WEIGHTS = [
  [FIELDS.claim, 4],
  [FIELDS.said, 3],
  [FIELDS.facts, 2],
  [FIELDS.justification | FIELDS.sources | FIELDS.topics, 1],
] as const;
const WEIGHT = Array.from({ length: STEP }, (_, fields) =>
  WEIGHTS.reduce((sum, [bit, weight]) => sum + (fields & bit ? weight : 0), 0),
);
const BEGUN = 0.6;
const BITS_OF_INFINITY = 0x7f80_0000;

/** Words whose claims are remembered: those before the one that is being typed, and a few that were taken back. */
const REMEMBERED = 8;

/** What a word of a query gives each claim: a score, and the fields where it stands; no field where it is not. */
interface WordHits {
  readonly score: Float32Array;
  readonly fields: Uint8Array;
}

/** Opens an index. A piece is asked for when a word may stand in it. */
export function openSearch(
  head: IndexHead,
  spellings: Spellings,
  readPiece: (at: number) => Promise<IndexPiece>,
): ClaimSearch {
  const heads = headsOf(spellings);
  const { count } = head;
  const { readTerm, readRange } = openIndex(head, readPiece);
  const find = async (query: string): Promise<Found | null> => {
    const words = readWords(query);
    // "ال" and a letter may be a word, or the beginning of one that stands in the index without its article.
    const last = words.at(-1) ?? '';
    if (isArticle(last) && !/\s$/.test(query) && (await findTerms(last)).length === 0) words.pop();
    if (words.length === 0) return null;
    const total = new Float32Array(count);
    const hits = new Uint16Array(count);
    const direct = new Uint16Array(count);
    const fields = new Uint8Array(count);
    for (const [turn, word] of words.entries()) {
      const found = await findWord(word);
      for (let place = 0; place < count; place += 1) {
        const bits = found.fields[place] ?? 0;
        if (bits === 0 || hits[place] !== turn) continue;
        hits[place] = turn + 1;
        total[place] = (total[place] ?? 0) + (found.score[place] ?? 0);
        if (bits & DIRECT) direct[place] = (direct[place] ?? 0) + 1;
        // The fields of a word that stands in none that the list shows: the first such word decides what is said.
        else if (fields[place] === 0) fields[place] = bits;
      }
    }
    // Of scores above 0 the bits, read as a number, grow with the score.
    const bitsOf = new Uint32Array(total.buffer);
    const rankOf = (place: number): number => BITS_OF_INFINITY - (bitsOf[place] ?? 0);
    const near: number[] = [];
    const far: number[] = [];
    for (let place = 0; place < count; place += 1) {
      if (hits[place] === words.length) (direct[place] === words.length ? near : far).push(place);
    }
    const ordered = orderPlaces(near, rankOf);
    return {
      near: ordered,
      far,
      places: () => [...ordered, ...orderPlaces(far, rankOf)],
      where: (place) => {
        const bits = fields[place] ?? 0;
        if (bits === 0) return null;
        return bits & FIELDS.topics ? 'topics' : bits & FIELDS.justification ? 'justification' : 'sources';
      },
    };
  };

  const scoreWord = async (word: string): Promise<WordHits> => {
    const score = new Float32Array(count);
    const fields = new Uint8Array(count);
    for (const { postings, weight } of await findTerms(word)) {
      const rarity = weight * Math.log1p((count - postings.length + 0.5) / (postings.length + 0.5));
      let place = -1;
      for (const posting of postings) {
        const bits = posting % STEP;
        place += (posting - bits) / STEP;
        fields[place] = (fields[place] ?? 0) | bits;
        const own = rarity * (WEIGHT[bits] ?? 0);
        if (own > (score[place] ?? 0)) score[place] = own;
      }
    }
    return { score, fields };
  };
  /** A query grows by a letter: what its other words gave is known. */
  const findWord = remember(scoreWord, REMEMBERED);

  /**
   * The words of the index that a word of a query means: itself, what it begins, and other spellings of the name that
   * it is or begins.
   */
  const findTerms = async (word: string): Promise<{ postings: readonly number[]; weight: number }[]> => {
    const found = isTelling(word) ? await readRange(word) : [];
    const exact = new Set([word]);
    for (const [spelling, name] of heads)
      if (spelling === word || (isTelling(word) && spelling.startsWith(word))) exact.add(name);
    const terms = found.filter(([term]) => !exact.has(term)).map(([, postings]) => ({ postings, weight: BEGUN }));
    for (const term of exact) {
      const postings = await readTerm(term);
      if (postings) terms.push({ postings, weight: 1 });
    }
    return terms;
  };

  return {
    find,
    suggest: async (query) => {
      const words = readWords(query);
      const others: string[] = [];
      for (const [at, word] of words.entries()) {
        if ((await findTerms(word)).length > 0) continue;
        for (const term of await findNear(word)) {
          const repaired = words.map((one, place) => (place === at ? term : one)).join(' ');
          if (!isEmpty(await find(repaired))) others.push(repaired);
        }
      }
      return others.slice(0, 3);
    },
  };

  /** Words that begin with the same letter and differ in two letters at most, the nearest first. */
  async function findNear(word: string): Promise<string[]> {
    const letter = [...word][0] ?? '';
    const most = word.length < 5 ? 1 : 2;
    return (await readRange(letter))
      .map(([term, postings]) => ({ term, steps: distance(term, word), count: postings.length }))
      .filter(({ steps }) => steps <= most)
      .sort(
        (one, other) => one.steps - other.steps || other.count - one.count || compareCodePoints(one.term, other.term),
      )
      .slice(0, 3)
      .map(({ term }) => term);
  }
}

/** Whether no claim holds the words of a query. */
export function isEmpty(found: Found | null): boolean {
  return found === null || found.near.length + found.far.length === 0;
}

/** One letter begins too many words to say anything; one sign of a script without spaces is a word. */
function isTelling(word: string): boolean {
  return word.length > 1 || isUnspaced(word);
}

/** The folded words of a query, without a single letter at its end: that is a word which is still being typed. */
function readWords(query: string): string[] {
  const words = splitWords(query)
    .map(foldWord)
    .filter((word) => word !== '');
  const last = words.at(-1);
  return last !== undefined && /^\p{L}$/u.test(last) && !isTelling(last) && !/\s$/.test(query)
    ? words.slice(0, -1)
    : words;
}
