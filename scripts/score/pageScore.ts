// Gold and predicted pages of evidence → how many were found, and how many of those found are right.

export interface PageScores {
  /** Claims that have evidence. */
  claims: number;
  /** Mean over them: share of gold pages that were predicted. */
  recall: number;
  /**
   * Mean over those of them for which a page was predicted: share of predicted pages that are gold; null where none
   * was.
   */
  precision: number | null;
}

/** Pages of each claim by their keys; one that is named twice counts once. Null where no claim has evidence. */
export function scorePages(
  claims: Iterable<{ gold: readonly string[]; predicted: readonly string[] }>,
): PageScores | null {
  let asking = 0;
  let answered = 0;
  let recall = 0;
  let precision = 0;
  for (const claim of claims) {
    const gold = new Set(claim.gold);
    if (gold.size === 0) continue;
    const predicted = new Set(claim.predicted);
    const shared = [...predicted].filter((page) => gold.has(page)).length;
    asking++;
    recall += shared / gold.size;
    if (predicted.size === 0) continue;
    answered++;
    precision += shared / predicted.size;
  }
  if (asking === 0) return null;
  return { claims: asking, recall: recall / asking, precision: answered === 0 ? null : precision / answered };
}
