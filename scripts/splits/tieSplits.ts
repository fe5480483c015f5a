// Ids, what ties them, and the ledger → who joins which split, who is tied to two, and which groups have none yet.
import { compareCodePoints } from '../values/order.ts';
import { type Assigned, isSplit, type Split, type SplitEntry } from './ledger.ts';
import { type Edge, groupClaims, type LeftOut, type Link } from './links.ts';

/** Which split keeps its claims where two turn out to be tied: test never changes. */
const RANK: Record<Split, number> = { train: 0, dev: 1, test: 2 };

/** A claim that ties two splits together, and a claim of each. */
export interface Conflict {
  claim: string;
  between: readonly [string, string];
}

export interface TiedSplits {
  /** What the ledger and the ties give; claims of groups without a split are missing. */
  assigned: Map<string, Assigned>;
  added: SplitEntry[];
  /** New claims that would join two splits (S01), in the order of ids. */
  joining: readonly Conflict[];
  /** Claims of the ledger that turned out to be tied to a split that ranks higher (S02), in the order of ids. */
  linked: readonly Conflict[];
  /** Places of the claims of each group that has no split yet. */
  fresh: readonly (readonly number[])[];
  groups: number;
  /** Claims of the largest group. */
  largest: number;
  leftOut: readonly LeftOut[];
}

/**
 * The same claims in any order give the same. What is excluded ties nothing, so that claims stay together only where
 * nothing but them ties them.
 */
export function tieSplits(
  ids: readonly string[],
  links: readonly Link[],
  entries: ReadonlyMap<string, SplitEntry>,
  edges: ReadonlySet<Edge>,
): TiedSplits {
  const assigned = new Map<string, Assigned>();
  for (const id of ids) {
    const entry = entries.get(id);
    if (entry) assigned.set(id, entry.split);
  }
  const idOf = (claim: number) => ids[claim] as string;
  const splitOf = (claim: number) => assigned.get(idOf(claim));
  const isNew = (claim: number) => splitOf(claim) === undefined;
  const added: SplitEntry[] = [];
  const assign = (claim: number, split: Assigned, between?: readonly string[]) => {
    assigned.set(idOf(claim), split);
    added.push({ claim: idOf(claim), split, ...(between ? { with: between } : {}) });
  };

  const linked: Conflict[] = [];
  const old = groupClaims(ids.length, links, edges, (claim) => isNew(claim) || splitOf(claim) === 'excluded');
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
  const { groups, leftOut } = groupClaims(ids.length, links, edges, (claim) => splitOf(claim) === 'excluded');
  const fresh: number[][] = [];
  let size = 0;
  let largest = 0;
  for (const members of groups.list().values()) {
    if (splitOf(members[0] as number) !== 'excluded') size++;
    largest = Math.max(largest, members.length);
    const joined = members.filter(isNew);
    if (joined.length === 0) continue;
    const firstOf = firstOfEachSplit(members.map((claim) => [idOf(claim), splitOf(claim)]));
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
  const byClaim = (a: Conflict, b: Conflict) => compareCodePoints(a.claim, b.claim);
  return {
    assigned,
    added,
    joining: joining.sort(byClaim),
    linked: linked.sort(byClaim),
    fresh,
    groups: size,
    largest,
    leftOut,
  };
}

/** The least id that each split has. */
function firstOfEachSplit(
  members: readonly (readonly [id: string, split: Assigned | undefined])[],
): Map<Split, string> {
  const firstOf = new Map<Split, string>();
  for (const [id, split] of members) {
    if (!isSplit(split)) continue;
    const least = firstOf.get(split);
    if (least === undefined || compareCodePoints(id, least) < 0) firstOf.set(split, id);
  }
  return firstOf;
}

function rankOf(split: Assigned | undefined): number {
  return isSplit(split) ? RANK[split] : -1;
}
