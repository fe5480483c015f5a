// Whole numbers that are kept in few bytes come back as they were.
import { expect, test } from 'vitest';
import { NumberLog } from '../../scripts/explorer/data/numberLog.ts';
import fc from '../property.ts';

test('numbers come back in their order', () => {
  const number = fc.oneof(fc.nat({ max: 300 }), fc.maxSafeNat(), fc.constantFrom(127, 128, 2 ** 31, 2 ** 53 - 1));
  fc.assert(
    fc.property(fc.array(number, { maxLength: 600 }), (numbers) => {
      const log = new NumberLog();
      for (const one of numbers) log.add(one);
      const next = log.reader();
      expect(numbers.map(() => next())).toEqual(numbers);
    }),
  );
});
