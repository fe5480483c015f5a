// A claim's status → whether it is published, and whether people may vote on it.

const PUBLISHED: ReadonlySet<string> = new Set(['labelled', 'reviewed', 'disputed', 'adjudicated', 'imported']);

/** True for claims that stand in the published tables; drafts wait, withdrawn claims are only in `withdrawn`. */
export function isPublished(claim: { status: string }): boolean {
  return PUBLISHED.has(claim.status);
}

/** Whether people may vote on a claim: what was withdrawn needs no vote, and an imported verdict is its source's. */
export function mayBeVotedOn({ status }: { status: string }): boolean {
  return status !== 'withdrawn' && status !== 'imported';
}
