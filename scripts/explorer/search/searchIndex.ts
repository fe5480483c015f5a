// Claims → a prepared full-text index, and the same index → the claims that a query finds.
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { ClaimRow, EntityRow } from '../../schemas/generated/types.ts';
import { foldWord, isUnspaced, splitWords } from './foldWords.ts';

interface SearchDocument {
  readonly id: number;
  readonly claim: string;
  readonly quote: string;
  readonly claimant: string;
  readonly source: string;
  readonly justification: string;
}

const BOOST = { claim: 4, quote: 3, claimant: 3, source: 1, justification: 1 };

/** What building the index and searching it must agree on. */
function indexOptions(spellings: readonly (readonly string[])[]): Options<SearchDocument> {
  const group = new Map(spellings.flatMap((words) => words.map((word) => [word, words] as const)));
  return {
    fields: Object.keys(BOOST),
    tokenize: splitWords,
    // A word is indexed under every spelling of its name, so a query needs no expansion, not even a half-typed one.
    processTerm: (word) => {
      const folded = foldWord(word);
      return folded === '' ? null : [...(group.get(folded) ?? [folded])];
    },
    searchOptions: { processTerm: (word) => foldWord(word) || null },
    storeFields: [],
    autoVacuum: false,
  };
}

/** Indexes the claims; the number of a document is the claim's place in the dataset. */
export function indexClaims(
  claims: readonly ClaimRow[],
  entities: readonly EntityRow[],
  spellings: readonly (readonly string[])[],
): string {
  const names = new Map(entities.map((entity) => [entity.entity_id, [entity.name, ...entity.aliases].join(' ')]));
  const index = new MiniSearch<SearchDocument>(indexOptions(spellings));
  index.addAll(
    claims.map((claim, id) => ({
      id,
      claim: claim.claim,
      quote: claim.quote,
      claimant: [
        claim.claimant,
        names.get(claim.claimant_id ?? '') ?? '',
        claim.claimant_role ?? '',
        claim.reported_by ?? '',
      ].join(' '),
      source: [claim.source_publisher, claim.source_title]
        .concat(claim.evidence.flatMap((item) => [item.title, item.publisher]))
        .join(' '),
      justification: claim.justification,
    })),
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
export function openIndex(json: string, spellings: readonly (readonly string[])[]): ClaimSearch {
  // Its asynchronous twin pauses so often that a large index takes many times as long.
  const index = MiniSearch.loadJSON<SearchDocument>(json, indexOptions(spellings));
  const search: SearchOptions = { boost: BOOST, combineWith: 'AND', prefix: isTelling };
  return {
    find: (query) => {
      const words = dropUnfinished(query);
      return words.length === 0 ? null : index.search(words.join(' '), search).map((result) => result.id as number);
    },
    suggest: (query) =>
      index
        .autoSuggest(query, { ...search, prefix: true, fuzzy: 0.25 })
        .slice(0, 3)
        .map((suggestion) => suggestion.suggestion),
  };
}

/** One letter begins too many words to say anything; one sign of a script without spaces is a word. */
function isTelling(word: string): boolean {
  return word.length > 1 || isUnspaced(word);
}

/** The words of a query without a single letter at its end, which is a word that is still being typed. */
function dropUnfinished(query: string): string[] {
  const words = splitWords(query);
  const last = words.at(-1);
  return last !== undefined && !isTelling(last) && !/\s$/.test(query) && !/\d/.test(last) ? words.slice(0, -1) : words;
}
