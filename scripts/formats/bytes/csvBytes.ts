// Cells of rows → the rows as CSV in UTF-8.
import type { PublishedTable } from '../../schemas/published.ts';
import { csvCell } from '../csv.ts';
import { OTHER, SAME, SINGLE, TEXT } from './look.ts';
import type { RowCells } from './rowCells.ts';

const LINE_FEED = 0x0a;
const COMMA = 0x2c;

/** Makes the function that writes rows as csv.ts does. The cells are those of these rows. */
export function csvWriter(table: PublishedTable, cells: RowCells): (rows: readonly object[]) => void {
  const columns = table.columns.map(({ name }) => ({ name, cell: cells.cellOf(name) }));
  const { page } = cells;
  return (rows) => {
    for (const [i, row] of rows.entries()) {
      for (const { name, cell } of columns) {
        const start = cells.start(i, cell);
        const end = cells.end(i, cell);
        switch (cells.look(i, cell)) {
          case TEXT:
            page.copy(start + 1, end - 1);
            break;
          case SAME:
            page.copy(start, end);
            break;
          case SINGLE:
            page.copy(start + 2, end - 2);
            break;
          case OTHER:
            page.text(csvCell((row as Record<string, unknown>)[name]));
        }
        page.byte(COMMA);
      }
      page.length--;
      page.byte(LINE_FEED);
    }
  };
}
