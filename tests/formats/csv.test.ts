import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvCell, csvFormat, csvHeader, csvRows } from '../../scripts/formats/csv.ts';
import { inMemory } from '../../scripts/formats/readableFile.ts';
import { countRows } from '../../scripts/formats/rowFormat.ts';
import { NO_EXTRA } from '../../scripts/schemas/extra.ts';
import { publishedTable } from '../../scripts/schemas/published.ts';
import fc from '../property.ts';

test.each([
  ['a text', 'a text'],
  ['a, b', '"a, b"'],
  ['a "b"', '"a ""b"""'],
  ['two\nlines', '"two\nlines"'],
  ['a\rb', '"a\rb"'],
  [' outer space', '" outer space"'],
  ['no-break\u00a0', '"no-break\u00a0"'],
  ['=1+1', '=1+1'],
  ['', ''],
  [null, ''],
  [undefined, ''],
  [true, 'true'],
  [false, 'false'],
  [-0, '0'],
  [0.1, '0.1'],
  [[], ''],
  [['a'], 'a'],
  [['a', 'b, c'], '"a|b, c"'],
] as const)('%j is %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '\u2028') }),
);

test('whatever stands in the cells, a reader finds it again, and the records are counted right', () => {
  const table = publishedTable('entities', 'public', NO_EXTRA);
  const names = table.columns.map(({ name }) => name);
  const format = csvFormat(table, [table]);
  fc.assert(
    fc.property(fc.array(fc.record(Object.fromEntries(names.map((name) => [name, cell])))), (rows) => {
      const text = csvHeader(names) + csvRows(names, rows);
      expect(parse(text, { columns: true, record_delimiter: '\n' })).toEqual(rows.map((row) => ({ ...row })));
      expect(format && countRows(format, inMemory(text))).toBe(rows.length);
      expect(format && countRows(format, inMemory(text.slice(1)))).toBeNull();
    }),
  );
});
