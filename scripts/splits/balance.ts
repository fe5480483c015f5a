// Groups of claims without a split → splits of the wished sizes, each with about the same share of every verdict.
import { hash } from 'node:crypto';
import { compareCodePoints } from '../values/order.ts';
import type { DatasetClaim } from './datasetClaim.ts';
import { type Assigned, SPLITS, type Split } from './ledger.ts';

export interface Balance {
  place(groups: readonly (readonly number[])[]): Iterable<[claim: number, split: Split]>;
}

/**
 * Places groups one after another, the largest first (those of one size in the order of the SHA-256 of the dataset's
 * name and their least id), each where the squared relative errors of size and of every verdict's count grow least.
 * Claims that have their split count; those that are excluded do not.
 */
export function createBalance(
  name: string,
  claims: readonly DatasetClaim[],
  assigned: ReadonlyMap<string, Assigned>,
  shares: readonly [number, number, number],
): Balance {
  const totals = new Map<string, number>();
  const counts = new Map<Split, Map<string, number>>(SPLITS.map((split) => [split, new Map()]));
  for (const claim of claims) {
    const split = assigned.get(claim.id);
    if (split === 'excluded') continue;
    for (const key of keysOf(claim)) {
      add(totals, key, 1);
      if (split) add(counts.get(split) as Map<string, number>, key, 1);
    }
  }
  const growth = (split: Split, own: ReadonlyMap<string, number>) => {
    const share = (shares[SPLITS.indexOf(split)] as number) / 100;
    if (share === 0) return Number.POSITIVE_INFINITY;
    let sum = 0;
    for (const [key, n] of own) {
      const wished = share * (totals.get(key) as number);
      const before = ((counts.get(split)?.get(key) ?? 0) - wished) / wished;
      sum += (before + n / wished) ** 2 - before ** 2;
    }
    return sum;
  };
  return {
    *place(groups) {
      for (const members of sortGroups(name, claims, groups)) {
        const own = new Map<string, number>();
        for (const claim of members) for (const key of keysOf(claims[claim] as DatasetClaim)) add(own, key, 1);
        let best: Split = 'train';
        let least = Number.POSITIVE_INFINITY;
        for (const split of SPLITS) {
          const grown = growth(split, own);
          if (grown < least) [best, least] = [split, grown];
        }
        for (const [key, n] of own) add(counts.get(best) as Map<string, number>, key, n);
        for (const claim of members) yield [claim, best];
      }
    },
  };
}

/** What is to be balanced of a claim: its size, under the empty key, and its verdict. */
function keysOf({ verdicts }: DatasetClaim): string[] {
  return verdicts.own === null || verdicts.own === '' ? [''] : ['', verdicts.own];
}

function sortGroups(
  name: string,
  claims: readonly DatasetClaim[],
  groups: readonly (readonly number[])[],
): (readonly number[])[] {
  return groups
    .map((members) => {
      const least = members.map((claim) => (claims[claim] as DatasetClaim).id).sort(compareCodePoints)[0] ?? '';
      return { members, lot: hash('sha256', `${name}\n${least}`, 'hex') };
    })
    .sort((a, b) => b.members.length - a.members.length || compareCodePoints(a.lot, b.lot))
    .map(({ members }) => members);
}

function add(counts: Map<string, number>, key: string, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}
