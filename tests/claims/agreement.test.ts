// Agreement between annotators, against figures that others have published.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measureAgreement, measureAlpha, patternOf } from '../../scripts/claims/agreement.ts';
import { cohenKappa, measureKappa, type Votes } from '../../scripts/claims/kappa.ts';
import { drawBelow, middleOf, seedDraw } from '../../scripts/values/random.ts';
import { FIELD_CASES, FIELD_DATA } from '../outside.ts';

const votes = (a: string, b: string, claims: number) => ({ votes: new Map(Object.entries({ a1: a, a2: b })), claims });

/** Of 50 applications two readers accept 20 both, refuse 15 both; one alone accepts 5, the other alone 10. */
const READERS = [votes('yes', 'yes', 20), votes('yes', 'no', 5), votes('no', 'yes', 10), votes('no', 'no', 15)];

const counted = (patterns: { votes: Votes; claims: number }[]) =>
  new Map(patterns.map(({ votes, claims }) => [patternOf(votes), claims]));
const alphaOf = (...units: string[][]) => measureAlpha(units.map((labels) => [labels, 1])).alpha;

/** Alpha by its definition: over all pairs of votes, within units and anywhere. */
function alphaByPairs(units: readonly (readonly string[])[]): number | null {
  const pairable = units.filter((labels) => labels.length > 1);
  const all = pairable.flat();
  const differing = (labels: readonly string[]) =>
    labels.reduce((sum, x, i) => sum + labels.filter((y, j) => j !== i && x !== y).length, 0);
  const observed = pairable.reduce((sum, labels) => sum + differing(labels) / (labels.length - 1), 0) / all.length;
  const expected = differing(all) / (all.length * (all.length - 1));
  return expected === 0 ? null : 1 - observed / expected;
}

describe("Cohen's kappa", () => {
  test('takes out what chance would agree on', () => {
    expect(cohenKappa(READERS, ['a1', 'a2'])).toBeCloseTo(0.4, 10);
  });

  test('is that of Cohen 1960, page 45: 200 units in three classes, 0.492', () => {
    // Table 2 there; the same proportions come again in Cohen 1968, with 0.492 beside the weighted kappa.
    const rows = { a: [88, 14, 18], b: [10, 40, 10], c: [2, 6, 12] };
    const table = Object.entries(rows).flatMap(([x, times]) =>
      ['a', 'b', 'c'].map((y, i) => votes(x, y, times[i] as number)),
    );
    expect(cohenKappa(table, ['a1', 'a2'])).toBeCloseTo(0.492, 3);
  });

  test('has the interval that drawing claim after claim gives', () => {
    const claims = READERS.flatMap(({ votes, claims }) => Array.from({ length: claims }, () => ({ votes, claims: 1 })));
    const draw = seedDraw(7);
    const kappas = Float64Array.from(
      { length: 500 },
      () =>
        cohenKappa(
          claims.map(() => claims[drawBelow(draw, claims.length)] as (typeof claims)[0]),
          ['a1', 'a2'],
        ) ?? Number.NaN,
    );
    const [low, high] = middleOf(kappas, 0.95) as [number, number];
    const { interval } = measureKappa(READERS, ['a1', 'a2']);
    expect(interval?.[0]).toBeCloseTo(low, 1);
    expect(interval?.[1]).toBeCloseTo(high, 1);
  });

  test('does not exist where one label is all that occurs', () => {
    expect(cohenKappa([votes('yes', 'yes', 3)], ['a1', 'a2'])).toBeNull();
  });
});

describe("Krippendorff's alpha", () => {
  test('is that of his own example with four observers and missing data', () => {
    // Krippendorff 2011, "Computing Krippendorff's alpha-reliability", section C: nominal, 0.743.
    const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
    const units = Array.from({ length: 12 }, (_, i) =>
      observers.map((row) => row[i] ?? '.').filter((value) => value !== '.'),
    );
    expect(alphaOf(...units)).toBeCloseTo(0.743, 3);
  });

  test('is that of his example with two observers and two values', () => {
    // The same, section A: 0.095.
    const observers = ['0100000010', '1110010000'];
    expect(alphaOf(...Array.from({ length: 10 }, (_, i) => observers.map((row) => row[i] as string)))).toBeCloseTo(
      0.095,
      3,
    );
  });

  test('is that of his example with two observers and many values', () => {
    // The same, section B: 0.692.
    const observers = ['aabbdcccedda', 'babbbccceddd'];
    const units = Array.from({ length: 12 }, (_, i) => observers.map((row) => row[i] as string));
    expect(alphaOf(...units)).toBeCloseTo(0.692, 3);
  });

  test('is 1 where all agree on more than one label, below 0 where they always differ, and none where one label occurs', () => {
    expect(alphaOf(['a', 'a'], ['b', 'b'])).toBe(1);
    expect(alphaOf(['a', 'b'], ['b', 'a'])).toBeLessThan(0);
    expect(measureAlpha([[['a', 'a'], 3]])).toMatchObject({ units: 3, votes: 6, raw: 1, alpha: null, interval: null });
  });

  test('is the same for the same votes in any order, counted at once or one by one', () => {
    const once = measureAlpha([
      [['a', 'b', 'b'], 2],
      [['a', 'a'], 2],
      [['c'], 5],
    ]);
    const oneByOne = measureAlpha([
      [['a', 'a'], 1],
      [['b', 'b', 'a'], 1],
      [['a', 'a'], 1],
      [['b', 'a', 'b'], 1],
    ]);
    expect(oneByOne).toEqual(once);
    expect(once).toMatchObject({ units: 4, votes: 10 });
  });

  test('has the interval that drawing unit after unit gives', () => {
    const patterns = [
      [['a', 'a'], 60],
      [['b', 'b'], 25],
      [['a', 'b'], 15],
    ] as const;
    const units = patterns.flatMap(([labels, times]) => Array.from({ length: times }, () => [...labels]));
    const draw = seedDraw(7);
    const alphas = Float64Array.from(
      { length: 500 },
      () => alphaByPairs(units.map(() => units[drawBelow(draw, units.length)] as string[])) ?? Number.NaN,
    );
    const [low, high] = middleOf(alphas, 0.95) as [number, number];
    const { interval } = measureAlpha(patterns);
    expect(interval?.[0]).toBeCloseTo(low, 1);
    expect(interval?.[1]).toBeCloseTo(high, 1);
  });
});

describe('what the manifest says', () => {
  test('counts only claims that two judged, and is the same every time', () => {
    const alone = { votes: new Map([['a1', 'yes']]), claims: 1 };
    const agreement = measureAgreement(counted([...READERS, alone]));
    expect(agreement).toMatchObject({ annotators: ['a1', 'a2'], claims: 50, raw: 0.7, kappa: 0.4 });
    expect(measureAgreement(counted([alone, ...READERS.toReversed()]))).toEqual(agreement);
  });

  test('has an interval around alpha', () => {
    const { alpha, alpha_interval: interval } = measureAgreement(counted(READERS)) ?? {};
    expect(interval?.[0]).toBeLessThan(alpha ?? Number.NaN);
    expect(interval?.[1]).toBeGreaterThan(alpha ?? Number.NaN);
  });

  test('has kappa with an interval for each two annotators that judged a claim in common', () => {
    const third = { votes: new Map(Object.entries({ a2: 'yes', a3: 'yes' })), claims: 4 };
    const { kappa, pairs } = measureAgreement(counted([...READERS, third])) ?? {};
    expect(kappa).toBeNull();
    expect(pairs).toEqual([
      {
        annotators: ['a1', 'a2'],
        claims: 50,
        raw: 0.7,
        kappa: 0.4,
        kappa_interval: [expect.any(Number), expect.any(Number)],
      },
      { annotators: ['a2', 'a3'], claims: 4, raw: 1, kappa: null, kappa_interval: null },
    ]);
  });

  test('has alpha for each verdict against all others', () => {
    const unsure = { votes: new Map(Object.entries({ a1: 'unsure', a2: 'unsure' })), claims: 3 };
    const { by_verdict: byVerdict } = measureAgreement(counted([...READERS, unsure])) ?? {};
    expect(byVerdict?.map(({ verdict, claims, alpha }) => [verdict, claims, alpha])).toEqual([
      ['no', 30, expect.any(Number)],
      ['unsure', 3, 1],
      ['yes', 35, expect.any(Number)],
    ]);
    const no = alphaOf(
      ...Array.from({ length: 53 }, (_, i) =>
        i < 23 ? ['other', 'other'] : i < 28 ? ['other', 'no'] : i < 38 ? ['no', 'other'] : ['no', 'no'],
      ),
    );
    expect(byVerdict?.[0]?.alpha).toBeCloseTo(no ?? Number.NaN, 4);
  });

  test('compares no pairs in a crowd', () => {
    const crowd = new Map(Array.from({ length: 11 }, (_, i) => [`a${i}`, i % 2 === 0 ? 'yes' : 'no']));
    expect(measureAgreement(counted([{ votes: crowd, claims: 2 }]))?.pairs).toEqual([]);
  });

  test('has no kappa for three annotators', () => {
    const three = [
      { votes: new Map(Object.entries({ a1: 'yes', a2: 'no', a3: 'yes' })), claims: 1 },
      { votes: new Map(Object.entries({ a1: 'no', a2: 'no' })), claims: 1 },
    ];
    expect(measureAgreement(counted(three))).toMatchObject({ claims: 2, kappa: null, raw: 0.5 });
  });

  test('is null where nobody judged twice', () =>
    expect(measureAgreement(counted([{ votes: new Map([['a1', 'yes']]), claims: 4 }]))).toBeNull());
});

/** The votes on each piece of evidence of a file that is laid out as Climate-FEVER is. */
function readVotes(file: string): [string[], number][] {
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  return rows.flatMap((row) =>
    (JSON.parse(row) as { evidences: { votes: (string | null)[] }[] }).evidences.map(
      ({ votes }): [string[], number] => [votes.filter((vote) => vote !== null), 1],
    ),
  );
}

test.skipIf(!FIELD_CASES)('votes of nobody in particular: FIELD_CASES/votes.jsonl', () => {
  const { units, raw, alpha } = measureAlpha(readVotes(`${FIELD_CASES}/votes.jsonl`));
  expect([units, raw, alpha]).toEqual([11, 0.5, expect.closeTo(0.311, 4)]);
});

test.skipIf(!FIELD_DATA)('FIELD_DATA/climate-fever-dataset: 7,675 pairs, 18,486 votes', () => {
  const { units, votes, alpha, interval } = measureAlpha(
    readVotes(`${FIELD_DATA}/climate-fever-dataset/dataset/climate-fever.jsonl`),
  );
  expect([units, votes, alpha]).toEqual([7675, 18486, expect.closeTo(0.33401548, 8)]);
  expect(interval).toEqual([expect.closeTo(0.319, 2), expect.closeTo(0.348, 2)]);
});
