// Edition → every table with the columns that it publishes and what its rows nest.
import { type ExtraFields, tablesWith } from './extra.ts';
import type { Column, Table, TableName } from './generated/tables.ts';

/** A private edition also holds the text of articles that are withheld. */
export type Edition = 'public' | 'private';

/**
 * What only JSON nests in a row: a row, or rows, of a `table`; with `table` null something that stands nowhere else.
 */
export interface Nested {
  name: string;
  table: TableName | null;
}

/** A table as an edition publishes it. */
export interface PublishedTable {
  name: TableName;
  columns: readonly Column[];
  nested: readonly Nested[];
}

/** Every table, in the order of the schemas, with the columns that the project adds. */
export function listPublished(edition: Edition, extra: ExtraFields): PublishedTable[] {
  return tablesWith(extra).map((table) => ({
    name: table.name,
    columns: table.columns.filter((column) => edition === 'private' || !column.private),
    nested: nestedOf(table),
  }));
}

/** One table. Throws where there is none of this name. */
export function publishedTable(name: string, edition: Edition, extra: ExtraFields): PublishedTable {
  const table = listPublished(edition, extra).find((one) => one.name === name);
  if (!table) throw new Error(`There is no table ${name}.`);
  return table;
}

/** What a row is digested and compared by: its public columns, then what it nests that stands nowhere else. */
export function listCompared(
  name: string,
  extra: ExtraFields,
): { columns: readonly Column[]; nested: readonly string[] } {
  const { columns, nested } = publishedTable(name, 'public', extra);
  return { columns, nested: nested.filter(({ table }) => table === null).map((one) => one.name) };
}

function nestedOf({ nested, nestedRows }: Table): Nested[] {
  return nested.map((name) => ({ name, table: nestedRows[name] ?? null }));
}
