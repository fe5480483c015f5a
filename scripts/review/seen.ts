// A project and who looks at it → how often what they may see has become another, and the votes in it.
import type { Project } from '../project/openProject.ts';
import { digestShown } from '../votes/blindClaim.ts';
import { digestWhole, type ReviewClaim } from './claims.ts';
import { maySee, type Sight } from './queue.ts';

/** Counts changes of what a page may have shown: blind, others' votes are none. */
export class Generations {
  readonly #sight: Sight;
  #seen = '';
  #number = 0;

  constructor(sight: Sight) {
    this.#sight = sight;
  }

  get number(): number {
    return this.#number;
  }

  note({ vocabulary }: Project, claims: Iterable<ReviewClaim>): void {
    const digests = Array.from(claims, (claim) => (maySee(claim, this.#sight) ? digestWhole(claim) : claim.digest));
    const seen = digestShown([vocabulary.lists.verdicts, ...digests]);
    if (seen !== this.#seen) this.#number += 1;
    this.#seen = seen;
  }
}

/** Every vote on every claim. */
export function* listVotes(claims: Iterable<ReviewClaim>) {
  for (const { joined } of claims) yield* joined.annotations;
}
