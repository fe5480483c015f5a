// Rows of a table → its Parquet file.
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { ExtraFields } from '../schemas/extra.ts';
import { TABLES, type TableName } from '../schemas/generated/tables.ts';
import { type ColumnFacts, listTableFacts, type TableFacts } from './columnFacts.ts';
import type { RowSource } from './rowFormat.ts';

/** A Parquet file for every table, by name. */
export function renderParquet(rowsOf: RowSource, extra: ExtraFields): Map<string, Uint8Array> {
  return new Map(TABLES.map(({ name }) => [`${name}.parquet`, writeParquet(name, rowsOf(name), extra)]));
}

/** The file of one table in one piece; see {@link ParquetTable}. */
export function writeParquet(table: TableName, rows: Iterable<object>, extra: ExtraFields): Uint8Array {
  const pieces: Uint8Array[] = [];
  const file = new ParquetTable(table, extra, (bytes) => pieces.push(bytes.slice()));
  for (const row of rows) file.add(row);
  file.finish();
  return Buffer.concat(pieces);
}

/** Rows of a row group, which is what is held in memory while a file is written. */
const ROW_GROUP = 5_000;

/** How a value is stored: what JSON has as text or as a number, as the storage type wants it. */
const STORED: Partial<Record<ColumnFacts['type'], (value: unknown) => unknown>> = {
  integer: (value) => BigInt(value as number),
  date: (value) => new Date(`${value as string}T00:00:00Z`),
};

/**
 * The file of one table, row after row. Lists are lists, days are DATE, whole numbers INT64, what is missing is null.
 * Only the public columns are written;
 * what JSON nests stands in the other tables. `write` is given the bytes piece by piece, in order, each good until it
 * returns; they depend on the rows alone.
 */
export class ParquetTable {
  private readonly columns: readonly ColumnFacts[];
  private readonly write: (bytes: Uint8Array) => void;
  private readonly bytes = new ByteWriter();
  private readonly writer: ParquetWriter;
  private cells: unknown[][];

  constructor(table: TableName, extra: ExtraFields, write: (bytes: Uint8Array) => void) {
    const facts = listTableFacts(extra).find(({ name }) => name === table);
    if (!facts) throw new Error(`There is no table ${table}.`);
    this.columns = facts.columns;
    this.cells = facts.columns.map(() => []);
    this.write = write;
    this.writer = new ParquetWriter({ writer: this.bytes, schema: schemaOf(facts) });
  }

  /** Adds a row. Throws where a value is not what its column holds, at the latest with {@link finish}. */
  add(row: object): void {
    for (const [i, { name, type }] of this.columns.entries()) {
      const value = (row as Record<string, unknown>)[name] ?? null;
      this.cells[i]?.push(value === null ? null : (STORED[type]?.(value) ?? value));
    }
    if (this.cells[0]?.length === ROW_GROUP) this.endGroup();
  }

  finish(): void {
    this.endGroup();
    this.writer.finish();
    this.handOver();
  }

  private endGroup(): void {
    const { length } = this.cells[0] ?? [];
    if (!length) return;
    const columnData = this.columns.map(({ name }, i) => ({ name, data: this.cells[i] ?? [] }));
    this.writer.write({ columnData, rowGroupSize: length });
    this.cells = this.columns.map(() => []);
    this.handOver();
  }

  private handOver(): void {
    this.write(this.bytes.getBytes());
    // Its offset, which goes on, says where in the file it is.
    this.bytes.index = 0;
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
