// Rows of tables → their cells, table by table.

import type { ExtraFields } from '../../schemas/extra.ts';
import { TABLES, type TableName } from '../../schemas/generated/tables.ts';
import type { Rows } from '../../schemas/generated/types.ts';
import type { Edition } from '../../schemas/published.ts';
import { RowCells } from './rowCells.ts';
import { Utf8Page } from './utf8Page.ts';

/** Rows of some tables: those that one article gives, or the entities. */
export type TableRows = { readonly [Name in TableName]?: readonly Rows[Name][] };

/** Cells of the rows that were loaded last, on a page where what is made of them stands too. */
export class TableCells {
  readonly page = new Utf8Page();
  readonly tables: Readonly<Record<TableName, RowCells>>;

  constructor(edition: Edition, extra: ExtraFields) {
    this.tables = Object.fromEntries(
      TABLES.map(({ name }) => [name, new RowCells(this.page, name, edition, extra)]),
    ) as Record<TableName, RowCells>;
  }

  load(rows: TableRows): void {
    for (const { name } of TABLES) {
      const cells = this.tables[name];
      cells.clear();
      for (const row of rows[name] ?? []) cells.add(row);
    }
  }

  /** SHA-256 of a row, as releases are compared by it. */
  digest(table: string, row: number): string {
    return this.tables[table as TableName].digest(row);
  }
}
