// Article → the little that rules over the whole dataset need to know of it.
import { hash } from 'node:crypto';
import type { RawExpectations } from '../schemas/generated/types.ts';
import { listWords, sketchWords } from '../values/wording.ts';
import type { VocabularyName } from '../vocabulary/vocabulary.ts';
import type { ArticleSubject } from './rule.ts';

/** What dataset rules know of one claim; small, so that a hundred thousand fit into memory and pass between threads. */
export interface ClaimFacts {
  id: string;
  pointer: string;
  status: string;
  verdict: string | null;
  sameAs: string[];
  /** Digest of the claim's words, folded: equal for claims that differ in case, space and punctuation only. */
  wording: string;
  /** Hashes of the words, ascending, and a digest of the numbers, for claims that say nearly the same. */
  words: number[];
  figures: number;
  /** The schema refuses a part of the claim, so that only its id and its uses are known for certain. */
  broken: boolean;
}

/** What dataset rules know of one article. */
export interface ArticleFacts {
  file: string;
  id: string;
  /** A part of the article, or a whole claim, could not be read, so that nobody knows all that it names. */
  lost: boolean;
  /** The file of its capture, where that was at hand. */
  capture: string | null;
  claims: ClaimFacts[];
  /** Ids used of each vocabulary, each with the pointer of its first use. */
  uses: Record<VocabularyName, Record<string, string>>;
  suppress: { code: string; claim: string | null; pointer: string }[];
}

/** All articles in order, and what was expected of the dataset. `fill` counts rows and filled cells by table and column. */
export interface DatasetFacts {
  articles: readonly ArticleFacts[];
  expectations: { file: string; value: RawExpectations } | null;
  fill: ReadonlyMap<string, { rows: number; filled: Record<string, number> }>;
  /** Article files that could not be read at all, so that nobody knows what is in them. */
  unread: readonly string[];
}

/** What became of the newest release; `settings` are what CITATION.cff says. */
export interface ReleaseFacts {
  release: { version: string; date: string; articles: readonly string[] } | null;
  /** What is wrong with a ledger, in words. */
  problems: readonly { file: string; message: string }[];
  /** Fields of released claims that changed and that no revision explains; `was` where the ledger has it in clear. */
  changed: { id: string; field: string; was: string | null; is: string }[];
  /** Released claims that are neither published nor withdrawn, and withdrawn ones that are no longer. */
  missing: { id: string; was: 'published' | 'withdrawn' }[];
  articles: readonly ArticleFacts[];
  /** Every article file there is, whether it can be read or not. */
  articleFiles: readonly string[];
  rawFolder: string;
  settings: { version: string | null; released: string | null };
  citationFile: string;
}

/** Collects the facts of one article. */
export function collectFacts(subject: ArticleSubject): ArticleFacts {
  const { article, claims, file } = subject;
  const uses: ArticleFacts['uses'] = { verdicts: {}, publishers: {}, entities: {}, topics: {}, licences: {} };
  const use = (name: VocabularyName, id: string | null, pointer: string) => {
    if (id !== null && id !== '' && !Object.hasOwn(uses[name], id)) uses[name][id] = pointer;
  };
  use('publishers', article.publisher, '/publisher');
  use('licences', article.rights.license, '/rights/license');
  const judged: ClaimFacts[] = [];
  for (const list of [claims, subject.damaged]) {
    for (const { claim, pointer, brokenKeys } of list) {
      if (claim.claimant !== 'article') use('entities', claim.claimant, `${pointer}/claimant`);
      use('verdicts', claim.verdict, `${pointer}/verdict`);
      for (let i = 0; i < claim.annotations.length; i++)
        use('verdicts', claim.annotations[i]?.verdict ?? null, `${pointer}/annotations/${i}/verdict`);
      for (let i = 0; i < claim.topics.length; i++) use('topics', claim.topics[i] ?? null, `${pointer}/topics/${i}`);
      const words = listWords(claim.text);
      judged.push({
        id: claim.id,
        pointer,
        status: claim.status,
        verdict: claim.verdict,
        sameAs: claim.same_as,
        wording: digestWording(words),
        ...sketchWords(words),
        broken: brokenKeys !== undefined,
      });
    }
  }
  return {
    file,
    id: article.id,
    lost: subject.lost,
    capture: subject.text.kind === 'capture' ? (article.capture?.file ?? null) : null,
    claims: judged,
    uses,
    suppress: article.suppress.map((entry, i) => ({
      code: entry.code,
      claim: entry.claim ?? null,
      pointer: `/suppress/${i}`,
    })),
  };
}

function digestWording(words: readonly string[]): string {
  return hash('sha256', words.join(' '), 'base64url').slice(0, 22);
}
