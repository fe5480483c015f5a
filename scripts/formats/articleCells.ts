// Rows of one article → their cells, table by table.
import type { ArticleRows } from '../claims/renderRows.ts';
import { TABLES, type Table } from '../schemas/generated/tables.ts';
import { Utf8Page } from '../values/utf8Page.ts';
import { RowCells } from './rowCells.ts';
import type { Edition } from './tableFormats.ts';

/** A table that articles have rows of. */
export type ArticleTable = keyof ArticleRows;

/** The tables that articles have rows of, in the order of the schemas. */
export const ARTICLE_TABLES = TABLES.filter(({ name }) => name !== 'entities') as readonly (Table & {
  name: ArticleTable;
})[];

/** Cells of the article that was loaded last, on a page where what is made of them stands too. */
export class ArticleCells {
  readonly page = new Utf8Page();
  readonly tables: Readonly<Record<ArticleTable, RowCells>>;

  constructor(edition: Edition) {
    this.tables = Object.fromEntries(
      ARTICLE_TABLES.map((table) => [table.name, new RowCells(this.page, table, edition)]),
    ) as Record<ArticleTable, RowCells>;
  }

  load(rows: ArticleRows): void {
    for (const { name } of ARTICLE_TABLES) {
      const cells = this.tables[name];
      cells.clear();
      for (const row of rows[name]) cells.add(row);
    }
  }

  /** SHA-256 of a row, as releases are compared by it. */
  digest(table: string, row: number): string {
    return this.tables[table as ArticleTable].digest(row);
  }
}
