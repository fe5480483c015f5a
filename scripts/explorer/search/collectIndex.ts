// Claims → a full-text index in pieces, of which a search reads only those of its words.
import type { ArticleRow, ClaimRow, EntityRow } from '../../schemas/generated/types.ts';
import { compareCodePoints } from '../../values/order.ts';
import { hostOf } from '../../values/webHost.ts';
import { foldWord, splitWords } from './foldWords.ts';

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

/** Numbers of a piece, about: some 30 kB when it is packed. */
const PIECE = 12_000;

export interface IndexCollector {
  readonly add: (claim: ClaimRow) => void;
  readonly finish: () => { head: IndexHead; pieces: IndexPiece[] };
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
  const heads = headsOf(spellings);
  const postings = new Map<string, number[]>();
  const last = new Map<string, number>();
  let count = 0;
  const keep = wordKeeper(heads);
  return {
    add: (claim) => {
      const words = new Map<string, number>();
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
      put('facts', claim.claim_id, claim.claim_date, labels.verdict(claim.verdict), claim.status, claim.claim_type);
      put('facts', claim.source_publisher);
      put('topics', ...claim.topics.map(labels.topic));
      put('justification', claim.justification);
      put('sources', articles.get(claim.article_id)?.publisher);
      for (const item of claim.evidence) {
        put('sources', item.title, item.publisher, item.origin, item.shows, item.quote, hostOf(item.url));
      }
      for (const [word, fields] of words) {
        const known = postings.get(word);
        const step = (count - (last.get(word) ?? -1)) * STEP + fields;
        if (known) known.push(step);
        else postings.set(word, [step]);
        last.set(word, count);
      }
      count += 1;
    },
    finish: () => {
      const pieces: { terms: string[]; postings: number[][] }[] = [];
      let room = 0;
      for (const term of [...postings.keys()].sort(compareCodePoints)) {
        const numbers = postings.get(term) ?? [];
        if (room <= 0) {
          pieces.push({ terms: [], postings: [] });
          room = PIECE;
        }
        pieces.at(-1)?.terms.push(term);
        pieces.at(-1)?.postings.push(numbers);
        room -= numbers.length + 4;
      }
      return { head: { count, first: pieces.map((piece) => piece.terms[0] ?? '') }, pieces };
    },
  };
}

/** Every spelling of a name by the one that stands for all. */
export function headsOf(spellings: Spellings): ReadonlyMap<string, string> {
  return new Map(spellings.flatMap((group) => group.map((word) => [word, group[0] ?? word] as const)));
}

/** Folds each written word once: most words of a dataset come again and again. */
function wordKeeper(heads: ReadonlyMap<string, string>): (text: string) => string[] {
  const folded = new Map<string, string>();
  return (text) =>
    splitWords(text)
      .map((word) => {
        const known = folded.get(word);
        if (known !== undefined) return known;
        const plain = foldWord(word);
        const term = heads.get(plain) ?? plain;
        folded.set(word, term);
        return term;
      })
      .filter((word) => word !== '');
}
