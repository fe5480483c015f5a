import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pickValues } from '../../scripts/values/pickValues.ts';

test('values come in the order of the names, whatever the order of the properties', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', '1');
  fc.assert(
    fc.property(fc.dictionary(name, fc.nat()), fc.uniqueArray(name), (source, names) => {
      const values: unknown[] = ['left over', 'from before'];
      pickValues(source, names, values);
      expect(values.slice(0, names.length)).toEqual(names.map((one) => source[one]));
    }),
  );
});
