// Schemas of tables → the columns that a release is compared by, and what a change of each means.
import { type ColumnChange, listTables, type SchemaFile, type SchemaNode } from '../schemas/derive/source.ts';
import { type ExtraFields, NO_EXTRA } from '../schemas/extra.ts';
import { schemasWith } from '../schemas/extraSchemas.ts';
import type { LedgerTable } from '../schemas/generated/types.ts';
import { listCompared } from '../schemas/published.ts';

/** A table as a ledger describes it, with its key, its foreign keys and what a changed column means. */
export interface ReleasedTable extends LedgerTable {
  key: string;
  /** Column → the table that it refers to. */
  references: Readonly<Record<string, string>>;
  changes: Readonly<Record<string, ColumnChange>>;
}

const known = new WeakMap<ExtraFields, readonly ReleasedTable[]>();

/**
 * Every table with its public columns, those of the project too, then what only JSON Lines carries and no other table
 * repeats (type `nested`).
 * A private edition is compared by the same columns.
 */
export function listReleasedTables(extra: ExtraFields): readonly ReleasedTable[] {
  const before = known.get(extra);
  if (before) return before;
  const files = Object.entries(schemasWith(extra)).map(([path, schema]): SchemaFile => ({ path, schema }));
  const tables = listTables(files).map(({ name, schema }) => toReleased(name, schema, extra));
  known.set(extra, tables);
  return tables;
}

/** What a change of a column means; metadata for a table or column that the schemas of today do not know. */
export function changeOf(table: string, column: string): ColumnChange {
  return listReleasedTables(NO_EXTRA).find(({ name }) => name === table)?.changes[column] ?? {};
}

/** The foreign keys of a table: column → the table that it refers to. */
export function referencesOf(table: string): Readonly<Record<string, string>> {
  return listReleasedTables(NO_EXTRA).find(({ name }) => name === table)?.references ?? {};
}

function toReleased(name: string, schema: SchemaNode, extra: ExtraFields): ReleasedTable {
  const properties = schema.properties ?? {};
  const { columns, nested } = listCompared(name, extra);
  const changes = Object.entries(properties).flatMap(([column, body]) =>
    body['x-change'] ? [[column, body['x-change']] as const] : [],
  );
  const references = Object.entries(schema['x-table']?.references ?? {}).map(
    ([column, target]) => [column, target.split('.')[0] ?? target] as const,
  );
  return {
    name,
    key: schema['x-table']?.key[0] ?? '',
    references: Object.fromEntries(references),
    columns: [
      ...columns.map((column) => ({ name: column.name, type: column.type })),
      ...nested.map((property) => ({ name: property, type: 'nested' as const })),
    ],
    changes: Object.fromEntries(changes),
  };
}
