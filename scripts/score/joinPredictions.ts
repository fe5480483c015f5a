// Claims to be scored and predictions → the two side by side, joined by id; or what is wrong, all of it.
import type { DatasetClaim, Scale } from '../splits/datasetClaim.ts';
import { nearestVerdict } from './nearestVerdict.ts';
import type { Problems } from './problems.ts';
import type { PredictedEvidence, Prediction } from './readPredictions.ts';

/** The claims that are scored, in the order of the dataset, and what else is known of the dataset's ids. */
export interface GoldClaims {
  scale: Scale;
  /** The classes of the scale, in its order. */
  classes: readonly string[];
  claims: readonly DatasetClaim[];
  /** Claims of other splits, and those to which the scale gives no class. */
  others: ReadonlySet<string>;
  withdrawn: ReadonlySet<string>;
}

/** One claim with its prediction; classes are places in the scale, -1 where nothing is predicted. */
export interface JudgedClaim {
  claim: DatasetClaim;
  gold: number;
  predicted: number;
  probabilities: readonly number[] | null;
  evidence: readonly PredictedEvidence[] | null;
}

export interface Joined {
  claims: readonly JudgedClaim[];
  missing: number;
  skipped: { withdrawn: number; others: number };
}

const TOLERANCE = 1e-6;

/**
 * Joins by id, never by place: a file in another order is the same file. `missing: 'wrong'` takes a claim without a
 * prediction for a wrong one.
 */
export function joinPredictions(
  { scale, classes, claims, others, withdrawn }: GoldClaims,
  predictions: readonly Prediction[],
  missing: 'error' | 'wrong',
  problems: Problems,
): Joined {
  const places = new Map(classes.map((name, i) => [name, i]));
  const wanted = new Set(claims.map(({ id }) => id));
  const byId = new Map<string, Prediction>();
  const skipped = { withdrawn: 0, others: 0 };
  for (const prediction of predictions) {
    const { line, claim, verdict } = prediction;
    if (claim === '') problems.add('no_id', { line, text: '' });
    else if (byId.has(claim)) problems.add('repeated', { line, text: claim });
    else byId.set(claim, prediction);
    if (!wanted.has(claim)) {
      if (withdrawn.has(claim)) skipped.withdrawn++;
      else if (others.has(claim)) skipped.others++;
      else if (claim !== '') problems.add('unknown_id', { line, text: claim });
    } else if (!places.has(verdict))
      problems.add('unknown_verdict', { line, text: `${claim}: ${verdict}` }, nearestVerdict(verdict, classes));
  }
  const given = [...byId.values()].filter(({ claim }) => wanted.has(claim));
  const without = given.find(({ probabilities }) => probabilities === null);
  if (without && given.some(({ probabilities }) => probabilities !== null))
    problems.add('probability_part', { line: without.line, text: without.claim });
  let absent = 0;
  const judged = claims.map((claim): JudgedClaim => {
    const prediction = byId.get(claim.id);
    if (!prediction) {
      absent++;
      if (missing === 'error') problems.add('missing', { line: null, text: claim.id });
    }
    return {
      claim,
      gold: places.get(claim.verdicts[scale] ?? '') ?? -1,
      predicted: places.get(prediction?.verdict ?? '') ?? -1,
      probabilities: prediction ? toShares(prediction, places, problems) : null,
      evidence: prediction?.evidence ?? null,
    };
  });
  return { claims: judged, missing: absent, skipped };
}

/** The probability of every class of the scale, 0 for those that are not named. */
function toShares(
  { line, claim, probabilities }: Prediction,
  places: ReadonlyMap<string, number>,
  problems: Problems,
): number[] | null {
  if (probabilities === null) return null;
  const shares = new Array<number>(places.size).fill(0);
  let sum = 0;
  for (const [verdict, share] of probabilities) {
    const place = places.get(verdict);
    if (place === undefined) problems.add('probability_verdict', { line, text: `${claim}: ${verdict}` });
    else shares[place] = share;
    if (!(share >= 0 && share <= 1)) problems.add('probability', { line, text: `${claim}: ${share}` });
    sum += share;
  }
  if (Math.abs(sum - 1) > TOLERANCE) problems.add('probability_sum', { line, text: `${claim}: ${sum}` });
  return shares;
}
