// Numbers that look drawn by chance, and are the same every time.

import { expect, test } from 'vitest';
import { drawBelow, drawBinomial, middleOf, resampleCounts, seedDraw } from '../../scripts/values/random.ts';
import fc from '../property.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const first = (seed: number) => Array.from({ length: 5 }, seedDraw(seed));
  expect(first(1)).toEqual(first(1));
  expect(first(1)).not.toEqual(first(2));
});

test('numbers below a bound come about equally often', () => {
  const draw = seedDraw(3);
  const times = new Array<number>(6).fill(0);
  for (let i = 0; i < 60_000; i++) {
    const drawn = drawBelow(draw, 6);
    times[drawn] = (times[drawn] as number) + 1;
  }
  // Chi-square with five degrees of freedom: above 20.5 once in a thousand times.
  expect(times.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(20.5);
});

test.each([
  [1000, 1, 3],
  [40, 7, 8],
  [33, 1, 2],
  [5, 0, 9],
  [5, 9, 9],
])(
  'of %i trials with chance %i in %i as many succeed as they should, and vary as they should',
  (trials, part, whole) => {
    const draw = seedDraw(11);
    const drawn = Array.from({ length: 4000 }, () => drawBinomial(draw, trials, part, whole));
    const mean = drawn.reduce((sum, n) => sum + n, 0) / drawn.length;
    const variance = drawn.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (drawn.length - 1);
    const p = part / whole;
    const expected = trials * p * (1 - p);
    expect(Math.abs(mean - trials * p)).toBeLessThanOrEqual(4 * Math.sqrt(expected / drawn.length));
    expect(Math.abs(variance - expected)).toBeLessThanOrEqual(0.1 * expected);
  },
);

test('a resample has as many units as there are, and only such as there are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 12 }), fc.integer(), (counts, seed) => {
      const drawn = new Int32Array(counts.length);
      resampleCounts(seedDraw(seed), counts, drawn);
      const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, n) => total + n, 0);
      expect(sum(drawn)).toBe(sum(counts));
      expect(drawn.every((times, i) => times >= 0 && (counts[i] !== 0 || times === 0))).toBe(true);
    }),
  );
});

test('the middle of values lies between neighbours in proportion, as NumPy has it', () => {
  // numpy.percentile([1, 2, 3, 4], [2.5, 97.5])
  expect(middleOf(Float64Array.of(4, 2, 1, 3), 0.95)).toEqual([expect.closeTo(1.075, 12), expect.closeTo(3.925, 12)]);
  expect(middleOf(Float64Array.of(), 0.95)).toBeNull();
});
