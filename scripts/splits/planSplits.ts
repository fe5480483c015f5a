// Claims, what ties them, and the ledger → the split of every claim, without moving one that has its split.
import { compareCodePoints } from '../values/order.ts';
import { createBalance } from './balance.ts';
import type { DatasetClaim } from './datasetClaim.ts';
import type { Assigned, Split, SplitEntry, SplitLedger, SplitSettings } from './ledger.ts';
import { groupClaims, type LeftOut, type Link } from './links.ts';
import { decideByHoldOut, decideByTime } from './special.ts';

/** Which split keeps its claims where two turn out to be tied: test never changes. */
const RANK: Record<Split, number> = { train: 0, dev: 1, test: 2 };

/** A claim that ties two splits together, and a claim of each. */
export interface Conflict {
  claim: string;
  between: readonly [string, string];
}

export interface SplitPlan {
  assigned: ReadonlyMap<string, Assigned>;
  /** What is to be added to the ledger, in the order of ids. */
  added: readonly SplitEntry[];
  /** New claims that would join two splits (S01), and claims of the ledger that turned out to be tied to a split that ranks higher (S02). */
  joining: readonly Conflict[];
  linked: readonly Conflict[];
  groups: number;
  /** Claims of the largest group. */
  largest: number;
  leftOut: readonly LeftOut[];
}

/** The same claims in any order give the same plan. `name` is that of the dataset, which groups of one size are shuffled by. */
export function planSplits(
  name: string,
  claims: readonly DatasetClaim[],
  links: readonly Link[],
  ledger: SplitLedger,
  settings: SplitSettings,
): SplitPlan {
  const assigned = new Map<string, Assigned>();
  for (const { id } of claims) {
    const entry = ledger.entries.get(id);
    if (entry) assigned.set(id, entry.split);
  }
  const edges = new Set(settings.edges);
  const idOf = (claim: number) => (claims[claim] as DatasetClaim).id;
  const splitOf = (claim: number) => assigned.get(idOf(claim));
  const added: SplitEntry[] = [];
  const assign = (claim: number, split: Assigned, between?: readonly string[]) => {
    assigned.set(idOf(claim), split);
    added.push({ claim: idOf(claim), split, ...(between ? { with: between } : {}) });
  };

  const linked: Conflict[] = [];
  const isNew = (claim: number) => splitOf(claim) === undefined;
  const old = groupClaims(claims.length, links, edges, (claim) => isNew(claim) || splitOf(claim) === 'excluded');
  for (const members of old.groups.list().values()) {
    const kept = members.toSorted(
      (a, b) => rankOf(splitOf(b)) - rankOf(splitOf(a)) || compareCodePoints(idOf(a), idOf(b)),
    );
    const [first = 0] = kept;
    for (const claim of kept) {
      if (rankOf(splitOf(claim)) === rankOf(splitOf(first))) continue;
      linked.push({ claim: idOf(claim), between: [idOf(claim), idOf(first)] });
      assign(claim, 'excluded', [idOf(first)]);
    }
  }

  const joining: Conflict[] = [];
  const { groups, leftOut } = groupClaims(claims.length, links, edges, (claim) => splitOf(claim) === 'excluded');
  const fresh: number[][] = [];
  let size = 0;
  let largest = 0;
  for (const members of groups.list().values()) {
    if (splitOf(members[0] as number) !== 'excluded') size++;
    largest = Math.max(largest, members.length);
    const joined = members.filter(isNew);
    if (joined.length === 0) continue;
    const firstOf = new Map<Assigned, string>();
    for (const claim of members) {
      const split = splitOf(claim);
      const least = split && firstOf.get(split);
      if (split && (least === undefined || compareCodePoints(idOf(claim), least) < 0)) firstOf.set(split, idOf(claim));
    }
    const [one, other] = [...firstOf.keys()].sort(compareCodePoints);
    if (one === undefined) fresh.push(joined);
    else if (other === undefined) for (const claim of joined) assign(claim, one);
    else {
      const between: [string, string] = [firstOf.get(one) as string, firstOf.get(other) as string];
      for (const claim of joined) {
        joining.push({ claim: idOf(claim), between });
        assign(claim, 'excluded', between);
      }
    }
  }

  const decide = createDecision(name, claims, assigned, settings);
  for (const [claim, split] of decide(fresh)) assign(claim, split);
  added.sort((a, b) => compareCodePoints(a.claim, b.claim));
  const byClaim = (a: Conflict, b: Conflict) => compareCodePoints(a.claim, b.claim);
  return {
    assigned,
    added,
    joining: joining.sort(byClaim),
    linked: linked.sort(byClaim),
    groups: size,
    largest,
    leftOut,
  };
}

function rankOf(split: Assigned | undefined): number {
  return split === undefined || split === 'excluded' ? -1 : RANK[split];
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
