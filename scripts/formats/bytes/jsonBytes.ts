// Cells of rows → the rows as JSON in UTF-8.
import type { PublishedTable } from '../../schemas/published.ts';
import { NULL } from './look.ts';
import type { RowCells } from './rowCells.ts';
import type { Piece } from './utf8Page.ts';

const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const CLOSING_BRACE = 0x7d;

/** How a column begins in JSON: its key alone, and its key with the value that it has most often. */
interface Key {
  cell: number;
  head: Piece;
  withNull: Piece;
}

/** What is nested: a cell of the row itself, or rows of another table. */
interface Nested {
  name: string;
  cell: number;
  head: Piece;
  of: ObjectWriter | null;
}

/** Writes rows as json.ts does, and remembers where each object stands: what nests it writes it again. */
export class ObjectWriter {
  private readonly cells: RowCells;
  private readonly columns: readonly Key[];
  private readonly nested: readonly Nested[];
  private rows: readonly object[] = [];
  private objects: Piece[] = [];
  /** The row that was looked for last. */
  private found = 0;

  /** @param writers those of the tables that this one nests. They must have written their rows before. */
  constructor(table: PublishedTable, cells: RowCells, writers: ReadonlyMap<string | null, ObjectWriter>) {
    const { page, names } = cells;
    this.cells = cells;
    this.columns = table.columns.map(({ name }, i) => {
      const head = page.keep(`${i === 0 ? '{' : ','}${JSON.stringify(name)}:`);
      return { cell: cells.cellOf(name), head, withNull: { start: head.start, end: page.keep('null').end } };
    });
    this.nested = table.nested.map(({ name, table: of }) => ({
      name,
      cell: names.indexOf(name),
      head: page.keep(`,${JSON.stringify(name)}:`),
      of: writers.get(of) ?? null,
    }));
  }

  /** Writes a line for each row. The cells are those of these rows. */
  write(rows: readonly object[]): void {
    const { cells, columns, nested } = this;
    const { page } = cells;
    this.rows = rows;
    this.objects = [];
    this.found = 0;
    for (const [i, row] of rows.entries()) {
      const start = page.length;
      for (const { cell, head, withNull } of columns) {
        if (cells.look(i, cell) === NULL) {
          page.put(withNull);
          continue;
        }
        page.put(head);
        cells.copy(i, cell);
      }
      for (const { name, cell, head, of } of nested) {
        page.put(head);
        if (of === null) cells.copy(i, cell);
        else of.repeat((row as Record<string, unknown>)[name] as object);
      }
      page.byte(CLOSING_BRACE);
      this.objects.push({ start, end: page.length });
      page.byte(LINE_FEED);
    }
  }

  /** Writes a row, or a list of rows, that has been written. */
  private repeat(nested: object): void {
    const { page } = this.cells;
    if (!Array.isArray(nested)) {
      page.put(this.find(nested));
      return;
    }
    page.byte(OPENING_BRACKET);
    for (const [i, row] of nested.entries()) {
      if (i > 0) page.byte(COMMA);
      page.put(this.find(row));
    }
    page.byte(CLOSING_BRACKET);
  }

  private find(row: object): Piece {
    const { rows, found } = this;
    // The same as before, or the next: rows are nested in their order.
    if (rows[found] !== row) this.found = rows[found + 1] === row ? found + 1 : rows.indexOf(row);
    const object = this.objects[this.found];
    if (!object) throw new Error('A row is nested that its table does not have.');
    return object;
  }
}
