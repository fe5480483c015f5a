// Claims, what ties them, and the ledger → the split of every claim, without moving one that has its split.
import { compareCodePoints } from '../values/order.ts';
import { createBalance } from './balance.ts';
import type { DatasetClaim } from './datasetClaim.ts';
import type { Assigned, SplitLedger, SplitSettings } from './ledger.ts';
import type { Link } from './links.ts';
import { decideByHoldOut, decideByTime } from './special.ts';
import { type TiedSplits, tieSplits } from './tieSplits.ts';

/** Every claim has its split; `added` is what is to be added to the ledger, in the order of ids. */
export type SplitPlan = Omit<TiedSplits, 'fresh'>;

/**
 * The same claims in any order give the same plan. `name` is that of the dataset, which groups of one size are shuffled
 * by.
 */
export function planSplits(
  name: string,
  claims: readonly DatasetClaim[],
  links: readonly Link[],
  ledger: SplitLedger,
  settings: SplitSettings,
): SplitPlan {
  const { fresh, ...tied } = tieSplits(
    claims.map(({ id }) => id),
    links,
    ledger.entries,
    new Set(settings.edges),
  );
  for (const [claim, split] of createDecision(name, claims, tied.assigned, settings)(fresh)) {
    const { id } = claims[claim] as DatasetClaim;
    tied.assigned.set(id, split);
    tied.added.push({ claim: id, split });
  }
  tied.added.sort((a, b) => compareCodePoints(a.claim, b.claim));
  return tied;
}

/** How groups without a split get theirs: claim by claim, since a group may be held out in part. */
function createDecision(
  name: string,
  claims: readonly DatasetClaim[],
  assigned: ReadonlyMap<string, Assigned>,
  { by, shares, from, hold_out }: SplitSettings,
): (groups: readonly (readonly number[])[]) => Iterable<[claim: number, split: Assigned]> {
  if (by === 'time') return (groups) => decideByTime(claims, groups, from ?? '');
  if (by === 'hold-out') return (groups) => (hold_out ? decideByHoldOut(claims, groups, hold_out) : []);
  return (groups) => createBalance(name, claims, assigned, shares ?? [100, 0, 0]).place(groups);
}
