import { expect, test } from 'vitest';
import { OTHER, SAME, TEXT } from '../../../scripts/formats/bytes/look.ts';
import { type Piece, sizeOf, Utf8Page } from '../../../scripts/formats/bytes/utf8Page.ts';
import { csvCell } from '../../../scripts/formats/csv.ts';
import fc from '../../property.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', ',', '"', '\\', '\n', '\u007f', '\u00a0', '\u2028', '\ufeff', '\ud83d'),
  }),
);

function read(page: Utf8Page, { start, end }: Piece): string {
  return Buffer.from(page.view(start, end)).toString();
}

/** A text as it can stand in UTF-8, which has no lone surrogates. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

test('what is written is UTF-8, and copies of it are the same', () => {
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const page = new Utf8Page();
      for (const one of texts) page.text(one);
      const { length } = page;
      expect(read(page, { start: 0, end: length })).toBe(wellFormed(texts.map(wellFormed).join('')));
      page.copy(0, length);
      expect(read(page, { start: length, end: page.length })).toBe(read(page, { start: 0, end: length }));
    }),
  );
});

test('a text in JSON is what JSON.stringify gives, and its look is true', () => {
  fc.assert(
    fc.property(text, (one) => {
      const page = new Utf8Page();
      const look = page.json(one);
      const json = JSON.stringify(one);
      expect(read(page, { start: 0, end: page.length })).toBe(json);
      const isSame = json === `"${one}"`;
      expect(look).toBe(!isSame ? OTHER : csvCell(one) === one ? TEXT : SAME);
      if (look === SAME) expect(csvCell(one)).toBe(json);
    }),
    { numRuns: 2000 },
  );
});

test('numbers are written in digits', () => {
  fc.assert(
    fc.property(fc.nat(), (count) => {
      const page = new Utf8Page();
      page.count(count);
      page.null();
      expect(read(page, { start: 0, end: page.length })).toBe(`${count}null`);
    }),
  );
});

/** Pieces as they are gathered into memory that has just room for them, behind another byte. */
function gathered(page: Utf8Page, pieces: readonly Piece[]): string {
  const target = Buffer.alloc(1 + sizeOf(pieces, ',\n'));
  expect(page.gather(pieces, ',\n', target, 1)).toBe(target.length);
  return target.toString('utf8', 1);
}

test('what is kept outlives what is cleared, and pieces are gathered with a separator between two', () => {
  const page = new Utf8Page();
  const kept = page.keep('kept — ');
  for (const round of ['first', 'second'.repeat(50_000)]) {
    page.clear();
    page.put(kept);
    page.text(round);
    const pieces = [{ start: kept.end, end: page.length }, kept];
    expect(gathered(page, pieces)).toBe(`kept — ${round},\nkept — `);
  }
  expect(gathered(page, [])).toBe('');
});
