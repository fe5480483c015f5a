// Claims → a full-text index in pieces, of which a search reads only those of its words.
import type { ClaimRow, EntityRow } from '../../schemas/generated/types.ts';
import { hostOf } from '../../values/webHost.ts';
import type { ArticleTable } from '../data/articleTable.ts';
import type { Scratch } from '../scratch.ts';
import { foldWord, listIndexed } from './foldWords.ts';
import { type IndexHead, type IndexPieces, PostingLog } from './postingLog.ts';

/** Where a word stands in a claim, a bit each; `DIRECT` is what the row of a claim shows or is about. */
export const FIELDS = { claim: 1, said: 2, facts: 4, justification: 8, sources: 16, topics: 32 } as const;
export const DIRECT = FIELDS.claim | FIELDS.said | FIELDS.facts;
export type Spellings = readonly (readonly string[])[];

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
  articles: ArticleTable,
  spellings: Spellings,
  labels: Labels,
  scratch: Scratch,
): IndexCollector {
  const names = new Map(entities.map((entity) => [entity.entity_id, [entity.name, ...entity.aliases].join(' ')]));
  const log = new PostingLog(scratch);
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
