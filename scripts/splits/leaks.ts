// Claims in splits and what ties them → what each split shares with another.
import type { DatasetClaim } from './datasetClaim.ts';
import { SPLITS, type Split } from './ledger.ts';
import { EDGE_OF, type Edge, type LeftOut, type Link, type Tie } from './links.ts';

/**
 * What two splits share. `rows` are claims of the later split; `things` are the articles, pages or wordings that they
 * have in common.
 */
export interface Leak {
  from: Split;
  into: Split;
  tie: Tie;
  things: number;
  rows: number;
  /** A claim of each split that are tied. */
  example: readonly [string, string];
}

/**
 * Leaks of every pair of splits, in the order of the splits and ties. Claims in no split leak nothing; evidence that
 * was left out of the groups is not counted.
 */
export function findLeaks(
  claims: readonly DatasetClaim[],
  splitOf: (claim: DatasetClaim) => string | null | undefined,
  links: readonly Link[],
  leftOut: readonly LeftOut[] = [],
): Leak[] {
  const passed = new Set(leftOut.map(({ tie, key }) => `${tie} ${key}`));
  const found = new Map<string, { leak: Omit<Leak, 'rows'>; rows: Set<number> }>();
  for (const { tie, key, claims: owners } of links) {
    if (passed.has(`${tie} ${key}`)) continue;
    const bySplit = new Map<Split, number[]>();
    for (const owner of owners) {
      const claim = claims[owner] as DatasetClaim;
      const split = splitOf(claim) as Split;
      if (!SPLITS.includes(split)) continue;
      const own = bySplit.get(split);
      if (own) own.push(owner);
      else bySplit.set(split, [owner]);
    }
    if (bySplit.size < 2) continue;
    for (const [i, from] of SPLITS.entries()) {
      for (const into of SPLITS.slice(i + 1)) {
        const [left, right] = [bySplit.get(from), bySplit.get(into)];
        if (!left || !right) continue;
        const name = `${from} ${into} ${tie}`;
        let entry = found.get(name);
        if (!entry) {
          const idOf = (claim: number | undefined) => claims[claim ?? 0]?.id ?? '';
          entry = { leak: { from, into, tie, things: 0, example: [idOf(left[0]), idOf(right[0])] }, rows: new Set() };
          found.set(name, entry);
        }
        entry.leak.things++;
        for (const row of right) entry.rows.add(row);
      }
    }
  }
  const rank = ({ from, into }: Leak) => 3 * SPLITS.indexOf(from) + SPLITS.indexOf(into);
  return [...found.values()].map(({ leak, rows }) => ({ ...leak, rows: rows.size })).sort((a, b) => rank(a) - rank(b));
}

/** Leaks over the edges that the splits were made by: these must not be. */
export function listForbidden(leaks: readonly Leak[], edges: readonly Edge[]): Leak[] {
  return leaks.filter(({ tie }) => edges.includes(EDGE_OF[tie]));
}
