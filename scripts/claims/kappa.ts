// Votes of several annotators, counted by pattern → how far two of them agree.
import { compareCodePoints } from '../values/order.ts';
import { bootstrap } from './bootstrap.ts';

/** The votes on one claim: verdict by annotator, the first vote of each. */
export type Votes = ReadonlyMap<string, string>;

/** How many claims have the same votes. */
export interface CountedVotes {
  votes: Votes;
  claims: number;
}

/** Agreement of two annotators on the claims that both judged. */
export interface Kappa {
  claims: number;
  /** Share of the claims on which they agree; null where they have none in common. */
  raw: number | null;
  /** Cohen (1960); null where chance alone would always agree. */
  kappa: number | null;
  /** 95 % of resamples of the claims; null where kappa is. */
  interval: [number, number] | null;
}

/** Cohen's kappa of two annotators on the claims that both judged; null where chance alone would always agree. */
export function cohenKappa(patterns: Iterable<CountedVotes>, [a = '', b = '']: readonly string[]): number | null {
  const cells = countCells(patterns, a, b);
  return kappaOf(
    cells,
    cells.map(({ claims }) => claims),
  );
}

/** Kappa of two annotators with its interval; the same patterns may come again, in any order. */
export function measureKappa(patterns: Iterable<CountedVotes>, [a, b]: readonly [string, string]): Kappa {
  const cells = countCells(patterns, a, b);
  const counts = cells.map(({ claims }) => claims);
  const claims = counts.reduce((sum, n) => sum + n, 0);
  const agreeing = cells.reduce((sum, { x, y, claims }) => (x === y ? sum + claims : sum), 0);
  const kappa = kappaOf(cells, counts);
  return {
    claims,
    raw: claims === 0 ? null : agreeing / claims,
    kappa,
    interval: kappa === null ? null : bootstrap(counts, (drawn) => kappaOf(cells, drawn)),
  };
}

/** What one voted, what the other did, and how often. */
interface Cell {
  x: string;
  y: string;
  claims: number;
}

function countCells(patterns: Iterable<CountedVotes>, a: string, b: string): Cell[] {
  const byKey = new Map<string, Cell>();
  for (const { votes, claims } of patterns) {
    const [x, y] = [votes.get(a), votes.get(b)];
    if (x === undefined || y === undefined) continue;
    const key = JSON.stringify([x, y]);
    const cell = byKey.get(key);
    if (cell) cell.claims += claims;
    else byKey.set(key, { x, y, claims });
  }
  // In an order of their own, so that the draws do not depend on the order of the claims.
  return [...byKey]
    .sort(([k, { claims: m }], [l, { claims: n }]) => n - m || compareCodePoints(k, l))
    .map(([, cell]) => cell);
}

function kappaOf(cells: readonly Cell[], counts: ArrayLike<number>): number | null {
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  let agreeing = 0;
  let n = 0;
  for (const [i, { x, y }] of cells.entries()) {
    const claims = counts[i] as number;
    left.set(x, (left.get(x) ?? 0) + claims);
    right.set(y, (right.get(y) ?? 0) + claims);
    if (x === y) agreeing += claims;
    n += claims;
  }
  let chance = 0;
  for (const [label, times] of left) chance += times * (right.get(label) ?? 0);
  return chance === n * n ? null : (agreeing * n - chance) / (n * n - chance);
}
