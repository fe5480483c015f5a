// Probabilities of verdicts and what was right → how far the probabilities can be believed.

/** One claim: the probability of every class, and which was predicted and which is right, as places in the scale. */
export interface Forecast {
  probabilities: readonly number[];
  predicted: number;
  gold: number;
}

export interface Calibration {
  /**
   * Expected calibration error (Guo et al. 2017) of the predicted verdict, in 10 bins of equal width, each with its
   * upper edge.
   */
  ece: number;
  /** Brier's score over all classes (Brier 1950): mean sum of squared errors, from 0 to 2. */
  brier: number;
  /** Mean negative natural logarithm of the probability of what is right; no probability counts as less than 2^-52. */
  log_loss: number;
}

const BINS = 10;

/** Null where there is nothing to judge. */
export function measureCalibration(forecasts: readonly Forecast[]): Calibration | null {
  if (forecasts.length === 0) return null;
  const confidence = new Float64Array(BINS);
  const right = new Float64Array(BINS);
  let brier = 0;
  let loss = 0;
  for (const { probabilities, predicted, gold } of forecasts) {
    const stated = probabilities[predicted] as number;
    const bin = Math.min(BINS - 1, Math.max(0, Math.ceil(stated * BINS) - 1));
    confidence[bin] = (confidence[bin] as number) + stated;
    if (predicted === gold) right[bin] = (right[bin] as number) + 1;
    for (const [c, probability] of probabilities.entries()) brier += (probability - (c === gold ? 1 : 0)) ** 2;
    loss -= Math.log(Math.max(probabilities[gold] as number, Number.EPSILON));
  }
  const n = forecasts.length;
  const gaps = confidence.map((sum, bin) => Math.abs(sum - (right[bin] as number)));
  return { ece: gaps.reduce((sum, gap) => sum + gap, 0) / n, brier: brier / n, log_loss: loss / n };
}
