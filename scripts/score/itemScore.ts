// Similarities of predicted and gold items of evidence → AVeriTeC's score.
import { assignBest } from './assignment.ts';

/**
 * One claim: whether its verdict is right, how many gold items it has, and `scores[i][j]`, how well predicted item i
 * says what gold item j says.
 */
export interface ItemJudgement {
  isRight: boolean;
  goldItems: number;
  scores: readonly (readonly number[])[];
}

export interface ItemScores {
  claims: number;
  /** Mean similarity of the best one-to-one assignment, divided by the number of gold items. */
  mean: number;
  /** Share of claims with the right verdict and a similarity above each threshold. */
  verdict_where_above: Record<string, number>;
}

/** So many predicted items count, the first ones. */
export const MOST_ITEMS = 10;
const THRESHOLDS = ['0.1', '0.2', '0.25', '0.3', '0.4', '0.5'];

/** How much of a claim's gold evidence the predicted evidence says, from 0 to 1; 0 where it has no gold evidence. */
export function scoreItems({ goldItems, scores }: Omit<ItemJudgement, 'isRight'>): number {
  return goldItems === 0 ? 0 : assignBest(scores.slice(0, MOST_ITEMS)).total / goldItems;
}

/** Schlichtkrull, Guo and Vlachos 2023, "AVeriTeC", section 5. Null where there are no claims. */
export function scoreAllItems(claims: readonly ItemJudgement[]): ItemScores | null {
  if (claims.length === 0) return null;
  const each = claims.map((claim) => ({ isRight: claim.isRight, score: scoreItems(claim) }));
  const above = (threshold: string) =>
    each.filter(({ isRight, score }) => isRight && score > Number(threshold)).length / each.length;
  return {
    claims: each.length,
    mean: each.reduce((sum, { score }) => sum + score, 0) / each.length,
    verdict_where_above: Object.fromEntries(THRESHOLDS.map((threshold) => [threshold, above(threshold)])),
  };
}
