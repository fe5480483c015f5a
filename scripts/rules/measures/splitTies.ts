// Facts of the dataset and its ledger of splits → claims that tie two splits together.
import { findNearClaims } from '../../claims/nearClaims.ts';
import type { Link } from '../../splits/links.ts';
import { type TiedSplits, tieSplits } from '../../splits/tieSplits.ts';
import { NEAR } from '../../values/words.ts';
import { sketchesOf } from '../D06-near-claim.ts';
import type { DatasetFacts, Facts } from '../engine/facts.ts';
import { clusterLiveClaims } from './liveClaims.ts';

const tied = new WeakMap<DatasetFacts, TiedSplits | null>();

/**
 * What {@link tieSplits} gives of the live claims that are no drafts, found once; null where there is no ledger, or it
 * is damaged.
 */
export function tieLiveSplits(dataset: DatasetFacts): TiedSplits | null {
  let found = tied.get(dataset);
  if (found === undefined) {
    found = findTies(dataset);
    tied.set(dataset, found);
  }
  return found;
}

function findTies({ facts, splits }: DatasetFacts): TiedSplits | null {
  const { settings = null, entries = new Map(), problems = [] } = splits?.ledger ?? {};
  if (settings === null || problems.length > 0) return null;
  const claims = Array.from(facts.live).filter((claim) => facts.status(claim) !== 'draft');
  const ids = claims.map((claim) => facts.id(claim));
  return tieSplits(ids, [...listFactLinks(facts, claims)], entries, new Set(settings.edges));
}

/** The links that `npm run splits` finds in the rows of the same claims, as far as {@link Facts} know them. */
function* listFactLinks(facts: Facts, claims: readonly number[]): Generator<Link> {
  const places = new Map(claims.map((claim, place) => [claim, place]));
  const clusters = clusterLiveClaims(facts);
  yield* gather('article', claims, (claim) => [facts.articleOf(claim)]);
  yield* gather('cluster', claims, (claim) => [clusters.get(facts.id(claim))?.id ?? null]);
  yield* gather('text', claims, (claim) => [
    (facts.twins[claim] as number) < 0 ? claim : (facts.twins[claim] as number),
  ]);
  yield* gather('evidence page', claims, (claim) => facts.evidence(claim).pages);
  yield* gather('evidence text', claims, (claim) => facts.evidence(claim).words);
  const { numbers, ...sketches } = sketchesOf(facts);
  for (const [i, partner] of findNearClaims(sketches, NEAR).entries()) {
    const [a, b] = [places.get(numbers[partner] ?? -1), places.get(numbers[i] as number)];
    if (a !== undefined && b !== undefined) yield { tie: 'near', key: '', claims: [a, b] };
  }
}

function* gather<Key extends string | number>(
  tie: Link['tie'],
  claims: readonly number[],
  keysOf: (claim: number) => Iterable<Key | null>,
): Generator<Link> {
  const sharing = new Map<Key, number[]>();
  for (const [place, claim] of claims.entries()) {
    for (const key of new Set(keysOf(claim))) {
      if (key === null || key === '') continue;
      const known = sharing.get(key);
      if (known) known.push(place);
      else sharing.set(key, [place]);
    }
  }
  for (const [key, owners] of sharing) if (owners.length > 1) yield { tie, key: String(key), claims: owners };
}
