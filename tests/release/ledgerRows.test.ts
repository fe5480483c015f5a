// Lines of a ledger from cells: the same as from rows.
import { expect, test } from 'vitest';
import type { ArticleRows } from '../../scripts/claims/renderRows.ts';
import { TableCells } from '../../scripts/formats/bytes/tableCells.ts';
import { ledgerPath, listLedgerFormats, listLedgerWriters } from '../../scripts/release/ledgerRows.ts';
import { listReleasedTables } from '../../scripts/release/releasedTables.ts';
import { NO_EXTRA } from '../../scripts/schemas/extra.ts';
import { articleRows } from '../formats/bytes/anyRows.ts';
import fc from '../property.ts';

const rowsOf = (rows: ArticleRows, table: string): readonly object[] => rows[table as keyof ArticleRows] ?? [];

test('the lines of rows with any values, article after article', () => {
  const cells = new TableCells('public', NO_EXTRA);
  const writers = listLedgerWriters(cells, NO_EXTRA);
  fc.assert(
    fc.property(fc.array(articleRows, { minLength: 1, maxLength: 3 }), (articles) => {
      for (const rows of articles) {
        cells.load(rows);
        for (const { path, table, render } of listLedgerFormats(NO_EXTRA)) {
          const start = cells.page.length;
          expect(writers.get(path)?.(rows)).toBe(rowsOf(rows, table).length);
          const written = Buffer.from(cells.page.view(start, cells.page.length)).toString();
          expect(written).toBe(Buffer.from(render(rowsOf(rows, table))).toString());
        }
        cells.page.clear();
      }
    }),
    { numRuns: 200 },
  );
});

test('every table has its lines', () => {
  expect(listLedgerFormats(NO_EXTRA).map(({ path }) => path)).toEqual(
    listReleasedTables(NO_EXTRA).map(({ name }) => ledgerPath(name)),
  );
});
