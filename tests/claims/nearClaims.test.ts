// The table of buckets finds what lists of candidates, one for each key, give.

import { expect, test } from 'vitest';
import { BANDS, bandKeys, findNearClaims, markWords } from '../../scripts/claims/nearClaims.ts';
import { FEWEST_WORDS } from '../../scripts/values/words.ts';
import fc from '../property.ts';

interface Sketch {
  words: number[];
  figures: number;
}

function keysOf({ words, figures }: Sketch): Int32Array {
  const keys = new Int32Array(BANDS);
  bandKeys(Int32Array.from(words), words.length, figures, keys, 0);
  return keys;
}

function shareOf(a: Sketch, b: Sketch): number {
  return a.words.filter((word) => b.words.includes(word)).length;
}

function overlapOf(a: Sketch, b: Sketch): number {
  const shared = shareOf(a, b);
  return shared / (a.words.length + b.words.length - shared);
}

function find(sketches: readonly Sketch[], least: number): number[] {
  const keys = sketches.map(keysOf);
  const at = (i: number) => sketches[i] as Sketch;
  const claims = Int32Array.from(sketches.keys()).filter((i) => at(i).words.length >= FEWEST_WORDS);
  const partners = sketches.map(() => -1);
  findNearClaims(
    {
      claims,
      readBand: (band, into) => {
        for (const [i, one] of claims.entries()) into[i] = keys[one]?.[band] ?? 0;
      },
      figures: claims.map((i) => at(i).figures),
      counts: claims.map((i) => at(i).words.length),
      marks: claims.map((i) => markWords(Int32Array.from(at(i).words), at(i).words.length)),
      countShared: (a, b) => shareOf(at(claims[a] as number), at(claims[b] as number)),
    },
    least,
  ).forEach((partner, i) => {
    partners[claims[i] as number] = partner < 0 ? -1 : (claims[partner] as number);
  });
  return partners;
}

/** The same by maps and lists, of which each holds eight claims. */
function findPlainly(sketches: readonly Sketch[], least: number): number[] {
  const partner = sketches.map(() => -1);
  for (let band = 0; band < BANDS; band++) {
    const buckets = new Map<number, number[]>();
    for (const [i, sketch] of sketches.entries()) {
      if (sketch.words.length < FEWEST_WORDS) continue;
      const key = keysOf(sketch)[band] ?? 0;
      const bucket = buckets.get(key) ?? [];
      buckets.set(key, bucket);
      const near = bucket.filter(
        (j) => sketches[j]?.figures === sketch.figures && overlapOf(sketches[j] as Sketch, sketch) >= least,
      );
      partner[i] = Math.min(...[partner[i] as number, ...near].filter((j) => j >= 0), Number.POSITIVE_INFINITY);
      if (partner[i] === Number.POSITIVE_INFINITY) partner[i] = -1;
      if (bucket.length < 8) bucket.push(i);
      else bucket[i % 8] = i;
    }
  }
  return partner;
}

test('in crowded buckets and empty ones', () => {
  const words = fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { minLength: 4, maxLength: 12 });
  const sketch = fc.record({
    words: words.map((list) => list.sort((a, b) => a - b)),
    figures: fc.constantFrom(0, 0, 0, 7, -1),
  });
  fc.assert(
    fc.property(fc.array(sketch, { maxLength: 120 }), fc.constantFrom(0.6, 0.8, 1), (sketches, least) => {
      expect(find(sketches, least)).toEqual(findPlainly(sketches, least));
    }),
    { numRuns: 300 },
  );
});

test('a claim and its double are found among a thousand others', () => {
  const others = Array.from({ length: 1000 }, (_, i) => ({
    words: Array.from({ length: 10 }, (_, k) => 100 * i + k),
    figures: 0,
  }));
  const double = { words: [...(others[400] as Sketch).words.slice(0, 9), 10 ** 6], figures: 0 };
  const found = find([...others, double], 0.8);
  expect(found.at(-1)).toBe(400);
  expect(found.filter((partner) => partner >= 0)).toHaveLength(1);
});
