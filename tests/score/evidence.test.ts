// Scores of evidence, against published examples.
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { assignBest } from '../../scripts/score/assignment.ts';
import { scoreFever } from '../../scripts/score/feverScore.ts';
import { scoreAllItems, scoreItems } from '../../scripts/score/itemScore.ts';
import { scorePages } from '../../scripts/score/pageScore.ts';
import { tokenF1 } from '../../scripts/score/tokenF1.ts';
import { FIELD_CASES } from '../outside.ts';
import fc from '../property.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('the FEVER score', () => {
  test("is that of the scorer's own example", () => {
    // sheffieldnlp/fever-scorer, README: 0.5, 1.0, 0.833, 0.5, 0.625.
    const groups = [['page1 1', 'page2 2']];
    const scores = scoreFever([
      { isRight: true, groups, predicted: ['page1 1'] },
      { isRight: true, groups, predicted: ['page1 1', 'page2 2', 'page3 3'] },
    ]);
    expect(scores).toEqual({
      fever_score: 0.5,
      label_accuracy: 1,
      precision: expect.closeTo(0.8333, 4),
      recall: 0.5,
      f1: expect.closeTo(0.625, 10),
    });
  });

  test('counts five items at most, and only whole groups', () => {
    const predicted = ['x1', 'x2', 'x3', 'x4', 'a', 'b'];
    expect(scoreFever([{ isRight: true, groups: [['a', 'b']], predicted }])).toMatchObject({
      fever_score: 0,
      recall: 0,
      precision: 0.2,
    });
    expect(scoreFever([{ isRight: true, groups: [['b'], ['a']], predicted }])).toMatchObject({
      fever_score: 1,
      recall: 1,
    });
  });

  test('asks for no evidence where there is none', () => {
    expect(scoreFever([{ isRight: true, groups: [], predicted: ['x'] }])).toMatchObject({ fever_score: 1, recall: 0 });
    expect(scoreFever([])).toBeNull();
  });
});

describe('the best assignment', () => {
  /** By trying all. */
  const tryAll = (scores: number[][], used = new Set<number>(), row = 0): number =>
    row === scores.length
      ? 0
      : Math.max(
          tryAll(scores, used, row + 1),
          ...(scores[row] as number[]).map((score, j) =>
            used.has(j) ? 0 : score + tryAll(scores, new Set(used).add(j), row + 1),
          ),
        );

  test('is as good as any, for rectangles of every shape', () => {
    const tables = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(tables, (scores) => {
        const { total, pairs } = assignBest(scores);
        expect(total).toBeCloseTo(tryAll(scores), 10);
        expect(new Set(pairs.map(([i]) => i)).size).toBe(pairs.length);
        expect(new Set(pairs.map(([, j]) => j)).size).toBe(pairs.length);
      }),
      { numRuns: 500 },
    );
  });

  test('gives up the best pair where the whole gains by it', () => {
    expect(
      assignBest([
        [0.9, 0.8],
        [0.85, 0.1],
      ]),
    ).toEqual({
      total: expect.closeTo(1.65, 12),
      pairs: [
        [0, 1],
        [1, 0],
      ],
    });
  });

  test('is quick for ten predicted items and many gold ones', () => {
    const scores = Array.from({ length: 10 }, (_, i) =>
      Array.from({ length: 300 }, (_, j) => ((i * 7919 + j * 104729) % 1000) / 1000),
    );
    expect(assignBest(scores).pairs).toHaveLength(10);
  });
});

describe('items', () => {
  test('a score is divided by the number of gold items, and ten predicted ones count', () => {
    expect(
      scoreItems({
        goldItems: 2,
        scores: [
          [0.9, 0.8],
          [0.85, 0.1],
        ],
      }),
    ).toBeCloseTo(0.825, 12);
    const late = Array.from({ length: 11 }, (_, i) => [i === 10 ? 1 : 0]);
    expect(scoreItems({ goldItems: 1, scores: late })).toBe(0);
    expect(scoreItems({ goldItems: 0, scores: [] })).toBe(0);
  });

  test('a threshold is passed when it is exceeded', () => {
    const scored = scoreAllItems([{ isRight: true, goldItems: 1, scores: [[0.25]] }]);
    expect(scored?.verdict_where_above).toMatchObject({ '0.2': 1, '0.25': 0 });
  });

  test.skipIf(!FIELD_CASES)('similarities of others: FIELD_CASES/pair-scores.jsonl', () => {
    const expected = JSON.parse(readFileSync(`${FIELD_CASES}/expected.json`, 'utf8')).cases['pair-scores.jsonl']
      .score_evidence;
    const claims = readFileSync(`${FIELD_CASES}/pair-scores.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const judged = claims.map(({ verdict_right, gold_items, scores }) => ({
      isRight: verdict_right,
      goldItems: gold_items,
      scores,
    }));
    expect(Object.fromEntries(judged.map((claim, i) => [claims[i].claim_id, +scoreItems(claim).toFixed(6)]))).toEqual(
      expected.per_claim,
    );
    expect(scoreAllItems(judged)).toMatchObject({
      mean: expect.closeTo(expected.mean, 6),
      verdict_where_above: expected.verdict_where_above,
    });
  });
});

test('pages are found or not, claim by claim', () => {
  const scores = scorePages([
    { gold: ['a', 'b'], predicted: ['a', 'x', 'a'] },
    { gold: ['c'], predicted: [] },
    { gold: [], predicted: ['y'] },
  ]);
  expect(scores).toEqual({ claims: 2, recall: 0.25, precision: 0.5 });
});

test('words that two texts share count as often as they are shared', () => {
  expect(tokenF1('the bridge was shut', 'The bridge was closed.')).toBeCloseTo(0.75, 12);
  expect(tokenF1('a a', 'a')).toBeCloseTo(2 / 3, 12);
  expect(tokenF1('', 'a')).toBe(0);
});
