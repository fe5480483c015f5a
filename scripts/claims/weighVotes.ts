// The votes on a claim → how many people cast them, whether they agree, and what most of them say.
import type { RawArticleAnnotation } from '../schemas/generated/types.ts';

/** What the votes on one claim come to; of each annotator the first counts. */
export interface Weight {
  voters: number;
  /** Whether all votes are for one verdict; true where nobody voted. */
  agreed: boolean;
  /** The verdict that more than half of the voters are for, null where there is none. */
  majority: string | null;
}

/** Weighs votes; a single one is a majority. */
export function weighVotes(votes: readonly Pick<RawArticleAnnotation, 'annotator' | 'verdict'>[]): Weight {
  const first = votes[0];
  if (!first) return { voters: 0, agreed: true, majority: null };
  if (votes.length === 1) return { voters: 1, agreed: true, majority: first.verdict };
  const byVoter = new Map<string, string>();
  for (const { annotator, verdict } of votes) if (!byVoter.has(annotator)) byVoter.set(annotator, verdict);
  const counts = new Map<string, number>();
  for (const verdict of byVoter.values()) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const majority = [...counts].find(([, count]) => 2 * count > byVoter.size)?.[0] ?? null;
  return { voters: byVoter.size, agreed: votes.every(({ verdict }) => verdict === first.verdict), majority };
}
