// Claim → the rows of its votes.
import type { AnnotationRow, RawArticleClaim } from '../../schemas/generated/types.ts';
import { PRIVATE, type RenderOptions } from './options.ts';

/** The votes on the claim, then those on each piece of its evidence. */
export function annotationRows(articleId: string, claim: RawArticleClaim, { edition }: RenderOptions): AnnotationRow[] {
  const onClaim = claim.annotations.map((vote, i) => ({
    annotation_id: `${claim.id}-v${i + 1}`,
    claim_id: claim.id,
    article_id: articleId,
    annotator: vote.annotator,
    verdict: vote.verdict,
    confidence: vote.confidence,
    date: vote.date,
    guideline: vote.guideline,
    note: vote.note ?? null,
    target: claim.id,
    stance: null,
    ...(edition === 'private' ? PRIVATE : {}),
  }));
  if (claim.evidence.every(({ annotations }) => annotations.length === 0)) return onClaim;
  const onEvidence = claim.evidence.flatMap((item) =>
    item.annotations.map((vote, i) => ({
      annotation_id: `${claim.id}-${item.id}-v${i + 1}`,
      claim_id: claim.id,
      article_id: articleId,
      annotator: vote.annotator,
      verdict: null,
      confidence: null,
      date: null,
      guideline: null,
      note: null,
      target: `${claim.id}-${item.id}`,
      stance: vote.stance,
      ...(edition === 'private' ? PRIVATE : {}),
    })),
  );
  return [...onClaim, ...onEvidence];
}
