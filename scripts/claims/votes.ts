// Rows of the annotation table → those that are votes on a verdict.
import type { AnnotationRow } from '../schemas/generated/types.ts';

/** A vote on the verdict of a claim; votes on the stance of evidence have none of these. */
export type ClaimVote = AnnotationRow & {
  verdict: string;
  confidence: NonNullable<AnnotationRow['confidence']>;
  date: string;
  guideline: string;
};

/** The votes on the verdict, in their order. */
export function votesOn(annotations: readonly AnnotationRow[]): ClaimVote[] {
  return annotations.filter((row): row is ClaimVote => row.verdict !== null);
}
