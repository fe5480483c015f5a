// Votes of several annotators, counted by pattern → how far they agree.
import type { ManifestAgreement } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import { middleOf, resampleCounts, seedDraw } from '../values/random.ts';

/** The votes on one claim: verdict by annotator, the first vote of each. */
export type Votes = ReadonlyMap<string, string>;

/** How many claims have the same votes, by pattern ({@link patternOf}): there are far fewer patterns than claims. */
export type PatternCounts = ReadonlyMap<string, number>;

const RESAMPLES = 2000;
const SEED = 20230224;

/** Who voted what, as a key: the same for the same votes in any order. */
export function patternOf(votes: Votes): string {
  return JSON.stringify([...votes].sort(([a], [b]) => compareCodePoints(a, b)));
}

/**
 * Agreement on the claims that two annotators or more judged; null where there is none.
 * Raw: share of agreeing pairs of votes. Kappa: Cohen (1960), for exactly two annotators. Alpha: see
 * {@link measureAlpha}.
 */
export function measureAgreement(all: PatternCounts): ManifestAgreement | null {
  const patterns: { votes: Votes; claims: number }[] = [];
  for (const [key, claims] of all) {
    const votes = new Map(JSON.parse(key) as [string, string][]);
    if (votes.size >= 2) patterns.push({ votes, claims });
  }
  if (patterns.length === 0) return null;
  const annotators = [...new Set(patterns.flatMap(({ votes }) => [...votes.keys()]))].sort(compareCodePoints);
  const { units, raw, alpha, interval } = measureAlpha(
    patterns.map(({ votes, claims }) => [[...votes.values()], claims] as const),
  );
  return {
    annotators,
    claims: units,
    raw: round(raw),
    kappa: annotators.length === 2 ? round(cohenKappa(patterns, annotators)) : null,
    alpha: round(alpha),
    alpha_interval: interval && [round(interval[0]) as number, round(interval[1]) as number],
    resamples: RESAMPLES,
  };
}

/** Cohen's kappa of two annotators on the claims that both judged; null where chance alone would always agree. */
export function cohenKappa(
  patterns: Iterable<{ votes: Votes; claims: number }>,
  [a = '', b = '']: readonly string[],
): number | null {
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  let agreeing = 0;
  let n = 0;
  for (const { votes, claims } of patterns) {
    const [x, y] = [votes.get(a), votes.get(b)];
    if (x === undefined || y === undefined) continue;
    left.set(x, (left.get(x) ?? 0) + claims);
    right.set(y, (right.get(y) ?? 0) + claims);
    if (x === y) agreeing += claims;
    n += claims;
  }
  let chance = 0;
  for (const [label, times] of left) chance += times * (right.get(label) ?? 0);
  return chance === n * n ? null : (agreeing * n - chance) / (n * n - chance);
}

/** How far votes agree whose annotators need no name. */
export interface Alpha {
  /** Units with two votes or more, and their votes. */
  units: number;
  votes: number;
  /** Share of agreeing pairs of votes on a unit, all pairs counted alike; null where there is no pair. */
  raw: number | null;
  /** Krippendorff's alpha for nominal data; null where only one label occurs. */
  alpha: number | null;
  /** 95 % of 2,000 resamples of the units; null where alpha is. */
  interval: [number, number] | null;
}

/**
 * Krippendorff's alpha, nominal, by the coincidence matrix (Krippendorff 2011, "Computing Krippendorff's
 * alpha-reliability"), with a seeded percentile bootstrap over units. Takes labels of a unit and how many units have
 * them; the same labels may come again, in any order. Units with fewer than two labels do not count.
 */
export function measureAlpha(counted: Iterable<readonly [labels: readonly string[], units: number]>): Alpha {
  const table = countPatterns(counted);
  const { sizes, units } = table;
  let votes = 0;
  let pairs = 0;
  let differing = 0;
  for (let i = 0; i < units.length; i++) {
    const size = sizes[i] as number;
    votes += size * (units[i] as number);
    pairs += ((size * (size - 1)) / 2) * (units[i] as number);
    differing += (((table.disagreeing[i] as number) * (size - 1)) / 2) * (units[i] as number);
  }
  const alpha = alphaOf(table, units);
  const drawn = new Int32Array(units.length);
  const alphas = new Float64Array(RESAMPLES);
  const draw = seedDraw(SEED);
  let kept = 0;
  for (let i = 0; alpha !== null && i < RESAMPLES; i++) {
    resampleCounts(draw, units, drawn);
    const resampled = alphaOf(table, drawn);
    if (resampled !== null) alphas[kept++] = resampled;
  }
  return {
    units: units.reduce((sum, times) => sum + times, 0),
    votes,
    raw: pairs === 0 ? null : (pairs - differing) / pairs,
    alpha,
    interval: middleOf(alphas.subarray(0, kept), 0.95),
  };
}

/**
 * The patterns of labels, the commonest first: of each how many units have it, how often it has each label, and what it
 * adds to the disagreement.
 */
interface PatternTable {
  /** Number of labels. */
  width: number;
  units: Int32Array;
  sizes: Int32Array;
  /** The labels of all patterns, one pattern after another: a table of patterns by labels would be mostly zeros. */
  labels: Int32Array;
  /** Ordered pairs of different labels, divided by the number of labels less one. */
  disagreeing: Float64Array;
}

function countPatterns(counted: Iterable<readonly [labels: readonly string[], units: number]>): PatternTable {
  const byKey = new Map<string, { labels: string[]; units: number }>();
  for (const [given, units] of counted) {
    if (given.length < 2) continue;
    const labels = [...given].sort(compareCodePoints);
    const key = JSON.stringify(labels);
    const pattern = byKey.get(key);
    if (pattern) pattern.units += units;
    else byKey.set(key, { labels, units });
  }
  // In an order of their own, so that the draws do not depend on the order of the claims.
  const patterns = [...byKey]
    .sort(([a, { units: m }], [b, { units: n }]) => n - m || compareCodePoints(a, b))
    .map(([, pattern]) => pattern);
  const places = new Map<string, number>();
  for (const { labels } of patterns) for (const label of labels) if (!places.has(label)) places.set(label, places.size);
  const width = places.size;
  const table: PatternTable = {
    width,
    units: Int32Array.from(patterns, ({ units }) => units),
    sizes: Int32Array.from(patterns, ({ labels }) => labels.length),
    labels: Int32Array.from(patterns.flatMap(({ labels }) => labels.map((label) => places.get(label) as number))),
    disagreeing: Float64Array.from(patterns, ({ labels }) => countDisagreeing(labels) / (labels.length - 1)),
  };
  return table;
}

/** Ordered pairs of different labels, of labels that are sorted. */
function countDisagreeing(labels: readonly string[]): number {
  let same = 0;
  let run = 0;
  for (const [i, label] of labels.entries()) {
    run = label === labels[i - 1] ? run + 1 : 0;
    // The ordered pairs that this label makes with those of its run before it.
    same += 2 * run;
  }
  return labels.length * (labels.length - 1) - same;
}

function alphaOf({ width, sizes, labels, disagreeing }: PatternTable, units: Int32Array): number | null {
  const totals = new Float64Array(width);
  let votes = 0;
  let observed = 0;
  let next = 0;
  for (let i = 0; i < units.length; i++) {
    const times = units[i] as number;
    const size = sizes[i] as number;
    votes += times * size;
    observed += times * (disagreeing[i] as number);
    for (const end = next + size; next < end; next++) {
      const label = labels[next] as number;
      totals[label] = (totals[label] as number) + times;
    }
  }
  let expected = votes * votes;
  for (let c = 0; c < width; c++) expected -= (totals[c] as number) ** 2;
  return expected === 0 ? null : 1 - ((votes - 1) * observed) / expected;
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10000) / 10000;
}
