// Claims → a prepared full-text index, and the same index → the claims that a query finds.
import MiniSearch, { type Options, type Query, type SearchOptions } from 'minisearch';
import type { ClaimRow, EntityRow } from '../../schemas/generated/types.ts';
import { foldWord, isUnspaced, listIndexed, splitWords } from './foldWords.ts';

/** Few fields, since every field in which a word occurs is weighed at every keystroke. */
interface SearchDocument {
  readonly id: number;
  readonly claim: string;
  /** The quotation and whoever is quoted. */
  readonly said: string;
  /** The sources and the justification. */
  readonly grounds: string;
}

const BOOST = { claim: 4, said: 3, grounds: 1 };

type Spellings = readonly (readonly string[])[];

/** What building the index and searching it must agree on: every spelling of a name is indexed as the first. */
function indexOptions(spellings: Spellings): Options<SearchDocument> {
  const first = new Map(spellings.flatMap((words) => words.map((word) => [word, words[0] ?? word] as const)));
  return {
    fields: Object.keys(BOOST),
    tokenize: listIndexed,
    processTerm: (word) => {
      const folded = foldWord(word);
      return (first.get(folded) ?? folded) || null;
    },
    // Words of a query are folded before they get here; half-typed ones are no spelling yet.
    searchOptions: { processTerm: (word) => word, tokenize: (text) => [text] },
    storeFields: [],
    autoVacuum: false,
  };
}

/** Indexes the claims; the number of a document is the claim's place in the dataset. */
export function indexClaims(claims: readonly ClaimRow[], entities: readonly EntityRow[], spellings: Spellings): string {
  const names = new Map(entities.map((entity) => [entity.entity_id, [entity.name, ...entity.aliases].join(' ')]));
  const index = new MiniSearch<SearchDocument>(indexOptions(spellings));
  index.addAll(
    claims.map((claim, id) => {
      const { quote, claimant, claimant_id, claimant_role, reported_by } = claim;
      const sources = claim.evidence.flatMap((item) => [item.title, item.publisher]);
      return {
        id,
        claim: claim.claim,
        said: [quote, claimant, names.get(claimant_id ?? ''), claimant_role, reported_by].join(' '),
        grounds: [claim.justification, claim.source_publisher, claim.source_title, ...sources].join(' '),
      };
    }),
  );
  return JSON.stringify(index);
}

export interface ClaimSearch {
  /** Places of the claims that hold every word of the query, best first; null where the query says nothing yet. */
  readonly find: (query: string) => number[] | null;
  /** Queries like the given one that do find something. */
  readonly suggest: (query: string) => string[];
}

/** Opens an index that `indexClaims` made. */
export function openIndex(json: string, spellings: Spellings): ClaimSearch {
  // Its asynchronous twin pauses so often that a large index takes many times as long.
  const index = MiniSearch.loadJSON<SearchDocument>(json, indexOptions(spellings));
  const options: SearchOptions = { boost: BOOST, prefix: isTelling };
  const askFor = (word: string): Query => {
    const names = spellings.filter((group) => isTelling(word) && group.some((one) => one.startsWith(word)));
    // A name that begins with the word is found by it anyway.
    const others = names.map((group) => group[0] ?? '').filter((name) => !name.startsWith(word));
    if (others.length === 0) return word;
    return { combineWith: 'OR', queries: [word, ...others.map((name) => ({ queries: [name], prefix: false }))] };
  };
  return {
    find: (query) => {
      const [first, ...rest] = readWords(query).map(askFor);
      if (first === undefined) return null;
      const all: Query = rest.length === 0 ? first : { combineWith: 'AND', queries: [first, ...rest] };
      return index.search(all, options).map((result) => result.id as number);
    },
    suggest: (query) =>
      index
        .autoSuggest(readWords(query).join(' '), {
          ...options,
          tokenize: (text) => text.split(' '),
          combineWith: 'AND',
          fuzzy: 0.25,
        })
        .slice(0, 3)
        .map((suggestion) => suggestion.suggestion),
  };
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
