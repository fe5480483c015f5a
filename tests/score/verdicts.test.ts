// Scores of verdicts, against scikit-learn and published examples.
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { bootstrapScores } from '../../scripts/score/bootstrap.ts';
import { measureCalibration } from '../../scripts/score/calibration.ts';
import { guessMajority, scoreClasses, scoreCounts } from '../../scripts/score/confusion.ts';
import { testMcNemar } from '../../scripts/score/mcnemar.ts';
import fc from '../property.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Rows of a fixture behind the line that says how it was made. */
function readFixture<T>(name: string): T[] {
  const [, ...lines] = readFileSync(`tests/score/fixtures/${name}`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

/** A matrix without the column of missing predictions → counts as the scorer keeps them. */
const toCounts = (rows: number[][]) => Float64Array.from(rows.flatMap((row) => [...row, 0]));

describe('verdicts', () => {
  test('accuracy, macro-F1 and balanced accuracy are those of scikit-learn on 1,000 tables', () => {
    const tables = readFixture<{ counts: number[][]; scores: number[]; classes?: number[][] }>('scikit-learn.jsonl');
    expect(tables).toHaveLength(1000);
    for (const { counts, scores, classes } of tables) {
      const own = scoreCounts(counts.length, toCounts(counts));
      const apart = [own.accuracy, own.macro_f1, own.balanced_accuracy].map(
        (value, i) => value - (scores[i] as number),
      );
      expect(Math.max(...apart.map(Math.abs))).toBeLessThan(1e-6);
      const names = counts.map((_, i) => String(i));
      const each = scoreClasses({ classes: names, counts: toCounts(counts) });
      for (const [i, [precision, recall, f1]] of (classes ?? []).entries())
        expect(each.get(String(i))).toMatchObject({
          precision: expect.closeTo(precision as number, 6),
          recall: expect.closeTo(recall as number, 6),
          f1: expect.closeTo(f1 as number, 6),
        });
    }
  });

  test('a claim without a prediction is wrong, and counts against no other class', () => {
    // Two classes, two claims each; one of the second class was not predicted.
    const counts = Float64Array.of(2, 0, 0, 0, 1, 1);
    expect(scoreCounts(2, counts)).toMatchObject({ claims: 4, accuracy: 0.75, balanced_accuracy: 0.75 });
    expect(scoreClasses({ classes: ['a', 'b'], counts }).get('a')).toMatchObject({ precision: 1, recall: 1 });
    expect(scoreClasses({ classes: ['a', 'b'], counts }).get('b')).toMatchObject({
      precision: 1,
      recall: 0.5,
      support: 2,
    });
  });

  test('the commonest class is what a guess without reading gives', () => {
    const majority = guessMajority({ classes: ['a', 'b'], counts: Float64Array.of(0, 1, 0, 0, 3, 0) });
    expect(majority.verdict).toBe('b');
    expect(scoreCounts(2, majority.counts)).toMatchObject({ claims: 4, accuracy: 0.75, balanced_accuracy: 0.5 });
  });
});

test('calibration is that of scikit-learn and NumPy on 100 tables', () => {
  const tables = readFixture<{ p: number[][]; gold: number[]; log_loss: number; brier: number; ece: number }>(
    'calibration.jsonl',
  );
  expect(tables.length).toBeGreaterThan(90);
  for (const { p, gold, ...expected } of tables) {
    const forecasts = p.map((probabilities, i) => ({
      probabilities,
      predicted: probabilities.indexOf(Math.max(...probabilities)),
      gold: gold[i] as number,
    }));
    const own = measureCalibration(forecasts);
    for (const name of ['ece', 'brier', 'log_loss'] as const) expect(own?.[name]).toBeCloseTo(expected[name], 6);
  }
});

test.each([
  [87, 38, 1.3863036120401227e-5],
  [1, 11, 0.00634765625],
  [15, 25, 0.1538599441628321],
  [14, 9, 0.4048728942871094],
  [3, 3, 1],
  [0, 0, 1],
  [4200, 4000, 0.027972423571324283],
  [30000, 29000, 3.907020967830224e-5],
])("McNemar's exact p of %i against %i is SciPy's binomtest: %f", (a, b, p) => {
  expect(testMcNemar(a, b) / p).toBeCloseTo(1, 9);
  expect(testMcNemar(b, a)).toBe(testMcNemar(a, b));
});

describe('intervals', () => {
  /** Groups of claims of one class, each claim right (cell 0) or missing (cell 1). */
  const outcomes = (groups: number[][]) => ({
    width: 1,
    cells: [Int32Array.from(groups.flat())],
    groups: Int32Array.from(groups.flatMap((claims, group) => claims.map(() => group))),
    size: groups.length,
  });
  const widthOf = (groups: number[][]) => {
    const [low, high] = bootstrapScores(outcomes(groups)).intervals[0]?.accuracy ?? [0, 0];
    return high - low;
  };

  test('are wider where claims of one group stand or fall together', () => {
    const alone = Array.from({ length: 40 }, (_, i) => [i % 2]);
    const together = Array.from({ length: 10 }, (_, i) => [i % 2, i % 2, i % 2, i % 2]);
    // The variance of a mean grows fourfold, so its interval about doubles.
    expect(widthOf(together) / widthOf(alone)).toBeCloseTo(2, 0);
  });

  test('of accuracy are those that the binomial distribution gives, where every group is one claim', () => {
    const { intervals } = bootstrapScores(outcomes(Array.from({ length: 100 }, (_, i) => [i < 80 ? 0 : 1])));
    // 2.5th and 97.5th percentile of Bin(100, 0.8) / 100.
    expect(intervals[0]?.accuracy?.[0]).toBeCloseTo(0.72, 1.6);
    expect(intervals[0]?.accuracy?.[1]).toBeCloseTo(0.87, 1.6);
  });

  test('do not depend on the order of claims and groups', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(1), { minLength: 1 }), { minLength: 2, maxLength: 8 }), (groups) => {
        const turned = groups.toReversed().map((claims) => claims.toReversed());
        expect(bootstrapScores(outcomes(turned))).toEqual(bootstrapScores(outcomes(groups)));
      }),
      { numRuns: 10 },
    );
  });

  test('are none where there is one group', () => {
    expect(bootstrapScores(outcomes([[0, 1, 0]])).intervals[0]?.accuracy).toBeNull();
  });

  test('of a difference lie about it, and hold 0 where two systems are the same', () => {
    const cells = Int32Array.from({ length: 60 }, (_, i) => i % 2);
    const same = bootstrapScores({ width: 1, cells: [cells, cells], groups: Int32Array.from(cells.keys()), size: 60 });
    expect(same.difference).toEqual({ interval: [0, 0], p: 1 });
  });
});
