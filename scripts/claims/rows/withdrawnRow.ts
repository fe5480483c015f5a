// Claim that was withdrawn → its tombstone.
import type { RawArticleClaim, WithdrawnRow } from '../../schemas/generated/types.ts';
import { PRIVATE, type RenderOptions } from './options.ts';

export function withdrawnRow(
  articleId: string,
  claim: RawArticleClaim,
  { edition, withdrawnIn }: RenderOptions,
): WithdrawnRow {
  return {
    claim_id: claim.id,
    article_id: articleId,
    claim: claim.text,
    last_verdict: claim.verdict,
    withdrawn_date: claim.withdrawn?.date ?? '',
    version: withdrawnIn.get(claim.id) ?? null,
    reason: claim.withdrawn?.reason ?? '',
    successors: claim.withdrawn?.successors ?? [],
    ...(edition === 'private' ? PRIVATE : {}),
  };
}
