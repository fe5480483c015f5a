import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJoiner } from '../../scripts/dataset/joinLines.ts';

test('lines are joined by a separator, call after call', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\n', ' '));
  const rounds = fc.array(fc.array(line, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rounds, fc.constantFrom(',\n', '', ' 北京 '), (texts, separator) => {
      const join = createJoiner(separator);
      for (const lines of texts) {
        const written = Buffer.from(lines.map((text) => `${text}\n`).join(''));
        expect(Buffer.from(join(written)).toString()).toBe(lines.join(separator));
      }
    }),
  );
});

test('no lines are nothing', () => {
  expect(createJoiner(',\n')(new Uint8Array(0))).toHaveLength(0);
});
