import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Utf8Writer } from '../../scripts/values/utf8.ts';

test('texts added one by one are the bytes of all of them at once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }))), (rounds) => {
      const writer = new Utf8Writer();
      for (const texts of rounds) {
        for (const text of texts) writer.add(text);
        expect(writer.isEmpty).toBe(texts.join('') === '');
        expect(Buffer.from(writer.take())).toEqual(Buffer.from(texts.join('')));
      }
    }),
  );
});
