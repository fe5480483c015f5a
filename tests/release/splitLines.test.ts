// However the bytes are cut into pieces, the lines are the same.

import { expect, test } from 'vitest';
import { splitLines } from '../../scripts/release/splitLines.ts';
import fc from '../property.ts';

test('lines do not depend on the pieces', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '\n', 'é', '北京', ''), { maxLength: 40 }),
      fc.array(fc.nat(30)),
      (texts, cuts) => {
        const bytes = Buffer.from(texts.join(''));
        // Every piece stands in the same memory, as those of a file do.
        function* pieces() {
          const memory = Buffer.alloc(bytes.length);
          const places = [...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
          let from = 0;
          for (const to of places) {
            yield memory.subarray(0, bytes.copy(memory, 0, from, to));
            from = to;
          }
        }
        const lines = bytes.toString('utf8').split('\n');
        if (lines.at(-1) === '') lines.pop();
        expect(Array.from(splitLines(pieces()), (line) => line.toString('utf8'))).toEqual(lines);
      },
    ),
  );
});
