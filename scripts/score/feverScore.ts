// Gold groups of evidence and predicted evidence → FEVER's scores.

/**
 * One claim. Evidence is named by keys: page and sentence. A claim without groups asks for none, as NOT ENOUGH INFO
 * does.
 */
export interface EvidenceJudgement {
  isRight: boolean;
  groups: readonly (readonly string[])[];
  predicted: readonly string[];
}

export interface FeverScores {
  /** Share of claims with the right verdict and a whole group of evidence. */
  fever_score: number;
  label_accuracy: number;
  /**
   * Mean over the claims that ask for evidence: share of predicted items that are in some group; 1 where none is
   * predicted.
   */
  precision: number;
  /** Share of those claims of which a whole group is predicted. */
  recall: number;
  f1: number;
}

/** So many predicted items count; what comes after them is left out without penalty. */
export const MOST_FEVER_ITEMS = 5;

/** Thorne et al. 2018, "The Fact Extraction and VERification (FEVER) Shared Task". Null where there are no claims. */
export function scoreFever(claims: readonly EvidenceJudgement[]): FeverScores | null {
  if (claims.length === 0) return null;
  let right = 0;
  let strict = 0;
  let asking = 0;
  let precision = 0;
  let recall = 0;
  for (const { isRight, groups, predicted } of claims) {
    const given = predicted.slice(0, MOST_FEVER_ITEMS);
    const isWhole = groups.some((group) => group.every((item) => given.includes(item)));
    if (isRight) right++;
    if (isRight && (groups.length === 0 || isWhole)) strict++;
    if (groups.length === 0) continue;
    asking++;
    if (isWhole) recall++;
    precision +=
      given.length === 0
        ? 1
        : given.filter((item) => groups.some((group) => group.includes(item))).length / given.length;
  }
  const p = asking === 0 ? 1 : precision / asking;
  const r = asking === 0 ? 0 : recall / asking;
  return {
    fever_score: strict / claims.length,
    label_accuracy: right / claims.length,
    precision: p,
    recall: r,
    f1: p + r === 0 ? 0 : (2 * p * r) / (p + r),
  };
}
