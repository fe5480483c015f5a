// Pairs of nearly the same texts: all of them, and no others.

import { expect, test } from 'vitest';
import { forEachNearPair } from '../../scripts/splits/nearTexts.ts';
import { areNear, takeWording } from '../../scripts/values/words.ts';
import fc from '../property.ts';

const WORDS = ['the', 'river', 'bridge', 'of', 'Aldport', 'was', 'closed', 'again', '11', '5 %', 'C++', '港の橋', '−2'];

test('are those that comparing each with each finds', () => {
  const text = fc.array(fc.constantFrom(...WORDS), { minLength: 5, maxLength: 14 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
      const wordings = texts.map(takeWording);
      const expected = wordings.flatMap((b, j) =>
        wordings.slice(0, j).flatMap((a, i) => (areNear(a, b) ? [`${i} ${j}`] : [])),
      );
      const found: string[] = [];
      forEachNearPair(texts, (a, b) => found.push(`${a} ${b}`));
      expect(found.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 300 },
  );
});
