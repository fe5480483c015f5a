// Votes on a claim → how far they agree, as lists are filtered and counted by it.
import { votesOn } from '../../claims/votes.ts';
import type { ClaimRow } from '../../schemas/generated/types.ts';

/** `none`, `one`, `agree`, or the different verdicts that were voted for in order, joined by `|`. */
export function votePattern({ annotations }: Pick<ClaimRow, 'annotations'>): string {
  const votes = votesOn(annotations);
  const verdicts = [...new Set(votes.map((vote) => vote.verdict))];
  if (votes.length < 2) return votes.length === 0 ? 'none' : 'one';
  return verdicts.length === 1 ? 'agree' : verdicts.sort().join('|');
}

/** Whether votes differ. */
export function isDifference(pattern: string): boolean {
  return pattern.includes('|');
}
