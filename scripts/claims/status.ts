// A claim's status → whether it is published.

const PUBLISHED: ReadonlySet<string> = new Set(['labelled', 'reviewed', 'disputed', 'adjudicated', 'imported']);

/** True for claims that stand in the published tables; drafts wait, withdrawn claims are only in `withdrawn`. */
export function isPublished(claim: { status: string }): boolean {
  return PUBLISHED.has(claim.status);
}
