// Votes of several annotators → how far they agree.
import type { ManifestAgreement } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';

/** The votes on one claim: verdict by annotator, the first vote of each. */
export type Votes = ReadonlyMap<string, string>;

const RESAMPLES = 2000;
const SEED = 20230224;

/**
 * Agreement on the claims that two annotators or more judged; null where there is none.
 * Raw: share of agreeing pairs of votes. Kappa: Cohen (1960), for exactly two annotators. Alpha: Krippendorff, nominal, by the coincidence
 * matrix (Krippendorff 2011, "Computing Krippendorff's alpha-reliability"), with a seeded percentile bootstrap over claims.
 */
export function measureAgreement(all: readonly Votes[]): ManifestAgreement | null {
  const units = all.filter((votes) => votes.size >= 2);
  if (units.length === 0) return null;
  const annotators = [...new Set(units.flatMap((votes) => [...votes.keys()]))].sort(compareCodePoints);
  return {
    annotators,
    claims: units.length,
    raw: round(rawAgreement(units)),
    kappa: annotators.length === 2 ? round(cohenKappa(units, annotators)) : null,
    alpha: round(krippendorffAlpha(units.map(toLabels))),
    alpha_interval: bootstrapInterval(units.map(toLabels)),
    resamples: RESAMPLES,
  };
}

function toLabels(votes: Votes): string[] {
  return [...votes.values()];
}

function rawAgreement(units: readonly Votes[]): number {
  let agreeing = 0;
  let pairs = 0;
  for (const votes of units) {
    const labels = toLabels(votes);
    for (let i = 0; i < labels.length; i++) {
      for (let j = i + 1; j < labels.length; j++) {
        pairs++;
        if (labels[i] === labels[j]) agreeing++;
      }
    }
  }
  return agreeing / pairs;
}

/** Cohen's kappa; null where chance alone would always agree. */
export function cohenKappa(units: readonly Votes[], [a = '', b = '']: readonly string[]): number | null {
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  let agreeing = 0;
  for (const votes of units) {
    const [x = '', y = ''] = [votes.get(a), votes.get(b)];
    left.set(x, (left.get(x) ?? 0) + 1);
    right.set(y, (right.get(y) ?? 0) + 1);
    if (x === y) agreeing++;
  }
  const n = units.length;
  let chance = 0;
  for (const [label, times] of left) chance += (times / n) * ((right.get(label) ?? 0) / n);
  return chance === 1 ? null : (agreeing / n - chance) / (1 - chance);
}

/** Krippendorff's alpha for nominal data; null where only one label occurs. Units with fewer than two labels do not count. */
export function krippendorffAlpha(units: readonly (readonly string[])[]): number | null {
  const totals = new Map<string, number>();
  let values = 0;
  let disagreeing = 0;
  for (const labels of units) {
    if (labels.length < 2) continue;
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    let same = 0;
    for (const [label, times] of counts) {
      same += times * (times - 1);
      totals.set(label, (totals.get(label) ?? 0) + times);
    }
    values += labels.length;
    disagreeing += (labels.length * (labels.length - 1) - same) / (labels.length - 1);
  }
  let expected = values * values;
  for (const times of totals.values()) expected -= times * times;
  return expected === 0 ? null : 1 - ((values - 1) * disagreeing) / expected;
}

function bootstrapInterval(units: readonly string[][]): [number, number] | null {
  const random = seededRandom(SEED);
  const alphas: number[] = [];
  for (let i = 0; i < RESAMPLES; i++) {
    const sample = units.map(() => units[Math.floor(random() * units.length)] as string[]);
    const alpha = krippendorffAlpha(sample);
    if (alpha !== null) alphas.push(alpha);
  }
  if (alphas.length === 0) return null;
  alphas.sort((a, b) => a - b);
  const at = (share: number) =>
    round(alphas[Math.min(alphas.length - 1, Math.floor(share * alphas.length))] as number) as number;
  return [at(0.025), at(0.975)];
}

/** A linear congruential generator (Numerical Recipes constants, 32 bits): enough for resampling, the same on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10000) / 10000;
}
