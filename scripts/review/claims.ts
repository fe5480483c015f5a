// A project → its claims that may be voted on, each with what is shown of it and the digest of that.
import { mayBeVotedOn } from '../claims/status.ts';
import { eachClaim, type ReadClaim } from '../examine/eachClaim.ts';
import type { Project } from '../project/openProject.ts';
import { type BlindClaim, digestShown, showBlind } from '../votes/blindClaim.ts';

export interface ReviewClaim extends ReadClaim {
  readonly shown: BlindClaim;
  /** Of what is shown: a vote is on these words. */
  readonly digest: string;
}

/** By id, in the order of the files. */
export function readClaims(project: Project): Map<string, ReviewClaim> {
  const claims = new Map<string, ReviewClaim>();
  for (const claim of eachClaim(project))
    if (mayBeVotedOn(claim.joined)) claims.set(claim.joined.id, describe(claim, project));
  return claims;
}

/** One claim as it stands on the disk now; null where it is not there any more. */
export function readClaimAgain(project: Project, { file, joined: { id } }: ReviewClaim): ReviewClaim | null {
  for (const claim of eachClaim({ articleFiles: [file], raw: project.raw, votes: project.votes }))
    if (claim.joined.id === id && mayBeVotedOn(claim.joined)) return describe(claim, project);
  return null;
}

function describe(claim: ReadClaim, { vocabulary }: Project): ReviewClaim {
  const shown = showBlind(claim.joined, vocabulary);
  return { ...claim, shown, digest: digestShown(shown) };
}

/** The vote of an annotator, wherever it stands in raw/. */
export function voteOf({ joined }: ReviewClaim, annotator: string) {
  return joined.annotations.find((vote) => vote.annotator === annotator) ?? null;
}

/** Of everything that a settlement rests on: what is shown, the votes, and what they have come to. */
export function digestWhole({ shown, joined, written }: ReviewClaim): string {
  const { verdict, status, annotations } = joined;
  return digestShown([shown, verdict, status, annotations, written.justification, written.adjudication]);
}
