// A vote that stands in raw/ → where it stands, and what its annotator can do about it.
import type { Project } from '../project/openProject.ts';
import type { ReviewClaim } from './claims.ts';

/** The file of votes that a vote stands in; null for one in the article. */
export function fileOfVote({ votes }: Project, claim: ReviewClaim, annotator: string): string | null {
  const { id } = claim.joined;
  const cast = votes.get(claim.article)?.find((line) => line.claim === id && line.vote.annotator === annotator);
  return cast?.file ?? null;
}

/** A file of votes is only ever added to once others may have it; until then its last lines are one's own. */
export function howToTakeBack(file: string | null, id: string, annotator: string): string {
  return file === null
    ? `It stands in the article. \`npm run revise -- ${id} -v VERDICT --as ${annotator} -r "Why."\` puts it right where nobody else has voted.`
    : `It stands in ${file}. While you have not committed that, take its line out of the file and press Undo; afterwards change the line and say why in \`revisions\` of the claim, as docs/annotating.md tells.`;
}
