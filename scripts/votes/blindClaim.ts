// A claim → what somebody sees of it who has not voted on it: the one decision for sheets and for the browser.
import { createHash } from 'node:crypto';
import type { RawArticleClaim, RawArticleEvidence } from '../schemas/generated/types.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** All that is shown of a piece of evidence: what it is and says, never which way it is taken to point. */
export const SHOWN_EVIDENCE = [
  'url',
  'archive_url',
  'title',
  'publisher',
  'published',
  'language',
  'shows',
  'quote',
] as const satisfies readonly (keyof RawArticleEvidence)[];

export type BlindEvidence = Readonly<Record<(typeof SHOWN_EVIDENCE)[number], string | null>>;

/** The words of a claim and of its evidence, and nothing that tells how anybody judged. */
export interface BlindClaim {
  readonly id: string;
  readonly text: string;
  readonly quote: string | null;
  /** By name, where the vocabulary knows one. */
  readonly claimant: string | null;
  readonly claim_date: string | null;
  readonly evidence: readonly BlindEvidence[];
}

/** Two claims that differ in verdict, justification, stances, status or votes alone are shown alike. */
export function showBlind(claim: RawArticleClaim, { entities }: Pick<Vocabulary, 'entities'>): BlindClaim {
  const { id, text, quote, claimant, claim_date, evidence } = claim;
  return {
    id,
    text,
    quote,
    claimant: claimant === null ? null : (entities.get(claimant)?.name ?? claimant),
    claim_date,
    evidence: evidence.map(
      (item) => Object.fromEntries(SHOWN_EVIDENCE.map((key) => [key, item[key] ?? null])) as BlindEvidence,
    ),
  };
}

/** SHA-256 of what was shown, in hexadecimal: a vote on other words is no vote on these. */
export function digestShown(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}
