// The shapes in which an article, a claim, a piece of evidence and a text stand before rules.
import type { RawArticle, RawArticleClaim, RawArticleEvidence } from '../schemas/generated/types.ts';
import type { PointIndex } from '../values/pointIndex.ts';

/** The article's own text in norm-1, from its body or its capture; why it is not at hand otherwise. */
export type ArticleText =
  | { kind: 'body'; text: string; points: PointIndex }
  /** `isAnother` says that its digest is not the one that the labels name. */
  | { kind: 'capture'; text: string; points: PointIndex; sha256: string; isAnother: boolean }
  | { kind: 'absent'; required: boolean; looked: string }
  | { kind: 'unreadable'; looked: string; problem: string };

/** An article as rules see it. Values under `brokenKeys` are stand-ins, since the schema refused what was written. */
export interface ArticleSubject {
  file: string;
  article: RawArticle;
  source: string;
  body: string;
  text: ArticleText;
  brokenKeys: ReadonlySet<string>;
  claims: readonly ClaimSubject[];
  /**
   * Claims of which the schema refuses a part. They are in no table, and are judged only by rules that do not look at
   * that part.
   */
  damaged: readonly ClaimSubject[];
  /** A part of the article, or a whole claim, could not be read, so that nobody knows all that it names. */
  lost: boolean;
}

/** One claim and where it stands in its file. */
export interface ClaimSubject {
  claim: RawArticleClaim;
  pointer: string;
  /** Keys of the claim whose values are stand-ins; undefined where the claim is sound. */
  brokenKeys?: ReadonlySet<string>;
}

export interface EvidenceSubject extends ClaimSubject {
  evidence: RawArticleEvidence;
  evidencePointer: string;
}

/** The text of a file and the YAML in it: the front matter of an article, the whole of any other file. */
export interface TextSubject {
  file: string;
  text: string;
  yaml: string;
  /** UTF-16 offset of `yaml` in `text`. */
  yamlStart: number;
  /** What was read of `yaml`; undefined where nothing could be. */
  value: unknown;
}
