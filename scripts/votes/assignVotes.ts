// Claims, annotators, a seed and how many claims are to be judged twice → who votes on what.
import { createHash } from 'node:crypto';
import { compareCodePoints } from '../values/order.ts';

/** A claim and who has voted inside it: such votes are the same on every branch. */
export interface Assignable {
  id: string;
  voters: readonly string[];
}

export interface Assignment {
  annotators: readonly string[];
  seed: number;
  /** How many of the claims get two votes; every other gets one. */
  doubled: number;
}

/**
 * The claims of each annotator. The claims that are judged twice are drawn by the seed, and votes that are wanted go to
 * whoever has the fewest, ties by the seed: shares differ by one at most where nobody has voted yet. Votes inside
 * claims count as given. The same for the same claims on every machine and branch, whatever stands in files of votes.
 */
export function assignVotes(
  claims: readonly Assignable[],
  { annotators, seed, doubled }: Assignment,
): ReadonlyMap<string, ReadonlySet<string>> {
  const assigned = new Map(annotators.map((annotator) => [annotator, new Set<string>()]));
  const drawn = claims
    .map((claim) => ({ claim, key: rank(seed, claim.id) }))
    .sort((a, b) => compareCodePoints(a.key, b.key));
  for (const [place, { claim }] of drawn.entries()) {
    const wanted = (place < doubled ? 2 : 1) - new Set(claim.voters).size;
    const free = annotators
      .filter((annotator) => !claim.voters.includes(annotator))
      .map((annotator) => ({ own: assigned.get(annotator) as Set<string>, key: rank(seed, claim.id, annotator) }))
      .sort((a, b) => a.own.size - b.own.size || compareCodePoints(a.key, b.key));
    for (const { own } of free.slice(0, Math.max(0, wanted))) own.add(claim.id);
  }
  return assigned;
}

function rank(...of: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex');
}
