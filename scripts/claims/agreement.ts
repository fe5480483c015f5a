// Votes of several annotators, counted by pattern → how far they agree.
import type { ManifestAgreement } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import { bootstrap, RESAMPLES } from './bootstrap.ts';
import { type CountedVotes, measureKappa, type Votes } from './kappa.ts';

/** How many claims have the same votes, by pattern ({@link patternOf}): there are far fewer patterns than claims. */
export type PatternCounts = ReadonlyMap<string, number>;

/** Of more annotators not every two are compared: a crowd has millions of pairs, with hardly a claim in common. */
const MOST_COMPARED = 10;

/** Who voted what, as a key: the same for the same votes in any order. */
export function patternOf(votes: Votes): string {
  return JSON.stringify([...votes].sort(([a], [b]) => compareCodePoints(a, b)));
}

/**
 * Agreement on the claims that two annotators or more judged; null where there is none.
 * Raw: share of agreeing pairs of votes. Kappa: Cohen (1960), for exactly two annotators, and of each two that have a
 * claim in common. Alpha: see {@link measureAlpha}, of all verdicts, and of each against all others.
 */
export function measureAgreement(all: PatternCounts): ManifestAgreement | null {
  const patterns: CountedVotes[] = [];
  for (const [key, claims] of all) {
    const votes = new Map(JSON.parse(key) as [string, string][]);
    if (votes.size >= 2) patterns.push({ votes, claims });
  }
  if (patterns.length === 0) return null;
  const annotators = sorted(patterns.flatMap(({ votes }) => [...votes.keys()]));
  const { units, raw, alpha, interval } = measureAlpha(
    patterns.map(({ votes, claims }) => [[...votes.values()], claims] as const),
  );
  const pairs = annotators.length > MOST_COMPARED ? [] : comparePairs(patterns, annotators);
  return {
    annotators,
    claims: units,
    raw: round(raw),
    kappa: annotators.length === 2 ? (pairs[0]?.kappa ?? null) : null,
    alpha: round(alpha),
    alpha_interval: roundBoth(interval),
    resamples: RESAMPLES,
    pairs,
    by_verdict: compareVerdicts(patterns),
  };
}

/** Each two annotators that judged a claim in common. */
function comparePairs(patterns: readonly CountedVotes[], annotators: readonly string[]) {
  return annotators.flatMap((a, i) =>
    annotators.slice(i + 1).flatMap((b) => {
      const { claims, raw, kappa, interval } = measureKappa(patterns, [a, b]);
      if (claims === 0) return [];
      return [
        { annotators: [a, b], claims, raw: round(raw), kappa: round(kappa), kappa_interval: roundBoth(interval) },
      ];
    }),
  );
}

/** Each verdict against all others together, on all claims that two judged. */
function compareVerdicts(patterns: readonly CountedVotes[]) {
  const verdicts = sorted(patterns.flatMap(({ votes }) => [...votes.values()]));
  return verdicts.map((verdict) => {
    const labels = patterns.map(({ votes }) => [...votes.values()].map((vote) => String(vote === verdict)));
    const { alpha, interval } = measureAlpha(labels.map((of, i) => [of, patterns[i]?.claims ?? 0] as const));
    let claims = 0;
    for (const [i, of] of labels.entries()) if (of.includes('true')) claims += patterns[i]?.claims ?? 0;
    return { verdict, claims, alpha: round(alpha), alpha_interval: roundBoth(interval) };
  });
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort(compareCodePoints);
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
  return {
    units: units.reduce((sum, times) => sum + times, 0),
    votes,
    raw: pairs === 0 ? null : (pairs - differing) / pairs,
    alpha,
    interval: alpha === null ? null : bootstrap(units, (counts) => alphaOf(table, counts)),
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

function roundBoth(interval: readonly [number, number] | null): number[] | null {
  return interval?.map((bound) => round(bound) as number) ?? null;
}
