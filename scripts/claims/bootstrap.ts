// Counts of units, and a measure of them → the interval that the measure has when the units are drawn anew.
import { middleOf, resampleCounts, seedDraw } from '../values/random.ts';

export const RESAMPLES = 2000;
const SEED = 20230224;

/**
 * 95 % interval of a measure by the percentile bootstrap (Efron 1979), seeded: `units` says how many there are of each
 * kind, and `measure` takes such counts. Resamples without a value are left out; null where none has one.
 */
export function bootstrap(
  units: Int32Array | readonly number[],
  measure: (drawn: Int32Array) => number | null,
): [number, number] | null {
  const drawn = new Int32Array(units.length);
  const values = new Float64Array(RESAMPLES);
  const draw = seedDraw(SEED);
  let kept = 0;
  for (let i = 0; i < RESAMPLES; i++) {
    resampleCounts(draw, units, drawn);
    const value = measure(drawn);
    if (value !== null) values[kept++] = value;
  }
  return middleOf(values.subarray(0, kept), 0.95);
}
