// Row of a published claim → what splits and scores need to know of it.
import type { ClaimRow } from '../schemas/generated/types.ts';
import type { Days } from '../values/edtf.ts';
import { pageOf } from '../values/webPage.ts';

/**
 * A piece of evidence: the page that it is on, what it says, and where FEVER-like data have it, its group and sentence.
 */
export interface ClaimEvidence {
  /** A key by {@link pageOf}; null where there is no address. */
  page: string | null;
  text: string | null;
  /** Evidence of one group is enough together, and only together; null where the dataset knows no groups. */
  group: string | null;
  /** Which sentence of its document, as a key with the document; null where the dataset knows none. */
  sentence: string | null;
}

/** A claim of any dataset, our own or a mapped one. Addresses are keys of pages. */
export interface DatasetClaim {
  id: string;
  text: string;
  /** Its verdict on every scale that the dataset has; null where the scale has no counterpart. */
  verdicts: Readonly<Record<Scale, string | null>>;
  split: string | null;
  days: Days;
  /** The names and ids of its publisher. */
  publishers: readonly string[];
  language: string | null;
  article: string | null;
  cluster: string | null;
  evidence: readonly ClaimEvidence[];
  reviews: readonly string[];
  appearances: readonly string[];
}

export const SCALES = ['own', 'averitec', 'fever'] as const;
export type Scale = (typeof SCALES)[number];

/** A line of claims.jsonl as a claim. Its evidence says what the labels say that it shows. */
export function toDatasetClaim(row: ClaimRow): DatasetClaim {
  return {
    id: row.claim_id,
    text: row.claim,
    verdicts: { own: row.verdict, averitec: row.verdict_averitec, fever: row.verdict_fever },
    split: row.split ?? null,
    days: { first: row.claim_date_first, last: row.claim_date_last },
    publishers: [row.article?.publisher_id ?? null, row.source_publisher].filter((name) => name !== null),
    language: row.source_language,
    article: row.article_id,
    cluster: row.cluster_id,
    evidence: (row.evidence ?? []).map(({ url, shows }) => ({
      page: url === null ? null : pageOf(url),
      text: shows,
      group: null,
      sentence: null,
    })),
    reviews: [],
    appearances: [],
  };
}
