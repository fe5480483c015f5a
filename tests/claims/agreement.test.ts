// Agreement between annotators, against figures that others have published.
import { describe, expect, test } from 'vitest';
import { cohenKappa, krippendorffAlpha, measureAgreement } from '../../scripts/claims/agreement.ts';

const votes = (a: string, b: string, times: number) =>
  Array.from({ length: times }, () => new Map(Object.entries({ a1: a, a2: b })));

/** Of 50 applications two readers accept 20 both, refuse 15 both; one alone accepts 5, the other alone 10. */
const READERS = [
  ...votes('yes', 'yes', 20),
  ...votes('yes', 'no', 5),
  ...votes('no', 'yes', 10),
  ...votes('no', 'no', 15),
];

test("Cohen's kappa takes out what chance would agree on", () => {
  expect(cohenKappa(READERS, ['a1', 'a2'])).toBeCloseTo(0.4, 10);
});

test('where one label is all that occurs, chance cannot be taken out', () => {
  const units = votes('yes', 'yes', 3);
  expect(cohenKappa(units, ['a1', 'a2'])).toBeNull();
  expect(krippendorffAlpha(units.map((unit) => [...unit.values()]))).toBeNull();
});

describe("Krippendorff's alpha", () => {
  test('is that of his own example with four observers and missing data', () => {
    // Krippendorff 2011, "Computing Krippendorff's alpha-reliability", section C: nominal, 0.743.
    const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
    const units = Array.from({ length: 12 }, (_, i) =>
      observers.map((row) => row[i] ?? '.').filter((value) => value !== '.'),
    );
    expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3);
  });

  test('is 1 where all agree on more than one label, and below 0 where they always differ', () => {
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    ).toBe(1);
    expect(
      krippendorffAlpha([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ).toBeLessThan(0);
  });
});

describe('what the manifest says', () => {
  test('counts only claims that two judged, and is the same every time', () => {
    const alone = new Map([['a1', 'yes']]);
    const agreement = measureAgreement([...READERS, alone]);
    expect(agreement).toMatchObject({ annotators: ['a1', 'a2'], claims: 50, raw: 0.7, kappa: 0.4 });
    expect(measureAgreement([...READERS, alone])).toEqual(agreement);
  });

  test('has an interval around alpha', () => {
    const { alpha, alpha_interval: interval } = measureAgreement(READERS) ?? {};
    expect(interval?.[0]).toBeLessThan(alpha ?? Number.NaN);
    expect(interval?.[1]).toBeGreaterThan(alpha ?? Number.NaN);
  });

  test('has no kappa for three annotators', () => {
    const three = [
      new Map(Object.entries({ a1: 'yes', a2: 'no', a3: 'yes' })),
      new Map(Object.entries({ a1: 'no', a2: 'no' })),
    ];
    expect(measureAgreement(three)).toMatchObject({ claims: 2, kappa: null, raw: 0.5 });
  });

  test('is null where nobody judged twice', () => expect(measureAgreement([new Map([['a1', 'yes']])])).toBeNull());
});
