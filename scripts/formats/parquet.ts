// Rows of a table → its Parquet file.
import { ByteWriter, parquetWriteRows, type SchemaElement } from 'hyparquet-writer';
import { TABLES, type TableName } from '../schemas/generated/tables.ts';
import { type ColumnFacts, listTableFacts, type TableFacts } from './columnFacts.ts';
import type { RowSource } from './rowFormats.ts';

/** A Parquet file for every table, by name. */
export function renderParquet(rowsOf: RowSource): Map<string, Uint8Array> {
  return new Map(TABLES.map(({ name }) => [`${name}.parquet`, writeParquet(name, rowsOf(name))]));
}

/** Rows of a row group. Memory while writing is that of one group and of the bytes so far. */
const ROW_GROUP = 20_000;

/** How a value is stored: what JSON has as text or as a number, as the storage type wants it. */
const STORED: Partial<Record<ColumnFacts['type'], (value: unknown) => unknown>> = {
  integer: (value) => BigInt(value as number),
  date: (value) => new Date(`${value as string}T00:00:00Z`),
};

/**
 * Writes the file of one table. Lists are lists, days are DATE, whole numbers INT64, what is missing is null. Only the public columns are written; what JSON
 * nests stands in the other tables. `rows` are taken one after the other, so a generator may feed them article by article. The bytes depend on the rows alone.
 */
export function writeParquet(table: TableName, rows: Iterable<object>): Uint8Array {
  const facts = listTableFacts().find(({ name }) => name === table);
  if (!facts) throw new Error(`There is no table ${table}.`);
  const writer = new ByteWriter();
  parquetWriteRows({
    writer,
    rows: storedRows(facts.columns, rows),
    columns: facts.columns.map(({ name }) => ({ name })),
    schema: schemaOf(facts),
    rowGroupSize: ROW_GROUP,
  });
  return new Uint8Array(writer.getBuffer());
}

function* storedRows(columns: readonly ColumnFacts[], rows: Iterable<object>): Generator<Record<string, unknown>> {
  for (const row of rows) {
    const stored: Record<string, unknown> = {};
    for (const { name, type } of columns) {
      const value = (row as Record<string, unknown>)[name] ?? null;
      stored[name] = value === null ? null : (STORED[type]?.(value) ?? value);
    }
    yield stored;
  }
}

function schemaOf({ name, columns }: TableFacts): SchemaElement[] {
  return [{ name, num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

/** The element of a column; a list has the three levels that the format prescribes. */
function elementsOf({ name, type, nullable }: ColumnFacts): SchemaElement[] {
  const repetition_type = nullable ? 'OPTIONAL' : 'REQUIRED';
  switch (type) {
    case 'list':
      return [
        { name, repetition_type, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { ...TEXT, name: 'element', repetition_type: 'REQUIRED' },
      ];
    case 'date':
      return [{ name, repetition_type, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } }];
    case 'integer':
      return [{ name, repetition_type, type: 'INT64' }];
    case 'number':
      return [{ name, repetition_type, type: 'DOUBLE' }];
    case 'boolean':
      return [{ name, repetition_type, type: 'BOOLEAN' }];
    case 'string':
      return [{ ...TEXT, name, repetition_type }];
  }
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;
