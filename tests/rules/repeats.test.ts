import { expect, test } from 'vitest';
import { forEachRepeat } from '../../scripts/rules/measures/repeats.ts';
import fc from '../property.ts';

test('repeats are found in short and long lists alike', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', '', '__proto__'), { maxLength: 20 }), (keys) => {
      const found: [number, number][] = [];
      forEachRepeat(keys, (at, first) => found.push([at, first]));
      const expected = keys.flatMap((key, i) => (keys.indexOf(key) < i ? [[i, keys.indexOf(key)]] : []));
      expect(found).toEqual(expected);
    }),
  );
});
