// Parquet in parts, read as one table by programs that did not write it, holds what JSON Lines holds.

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import polars from 'nodejs-polars';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeParquetParts } from '../../../scripts/dataset/writeParquet.ts';
import { NO_EXTRA } from '../../../scripts/schemas/extra.ts';
import { type Corpus, openCorpora, type Row, readRows, TABLE_FACTS } from './corpora.ts';
import { runProgram, testWith } from './programs.ts';

/** So few rows that every table of the committed dataset with rows has several parts. */
const ROWS = 7;

async function query(sql: string): Promise<Row[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result = await connection.runAndReadAll(sql);
  connection.closeSync();
  return result.getRowObjectsJson() as Row[];
}

describe.each(openCorpora())('$name', (corpus: Corpus) => {
  const folder = join(corpus.folder, 'parts');
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    await writeParquetParts((table) => readRows(corpus, table), ROWS, NO_EXTRA, folder);
  });

  test.each(TABLE_FACTS)('$name: parts hold so many rows, and one where there is none', ({ name }) => {
    const { length } = readRows(corpus, name);
    const names = readdirSync(join(folder, name)).sort();
    expect(names).toHaveLength(Math.max(1, Math.ceil(length / ROWS)));
    expect(names[0]).toBe('part-00000.parquet');
  });

  test.each(TABLE_FACTS)('$name: DuckDB reads one table, cell for cell', async ({ name, columns }) => {
    const path = join(folder, name, '*.parquet').replaceAll("'", "''");
    const rows = await query(`SELECT * FROM read_parquet('${path}')`);
    // DuckDB gives a BIGINT as text in JSON, since JavaScript's numbers do not reach that far.
    const isText = (type: string, value: unknown) => type === 'integer' && value !== null;
    const expected = readRows(corpus, name).map((row) =>
      Object.fromEntries(
        columns.map((column) => {
          const value = row[column.name];
          return [column.name, isText(column.type, value) ? String(value) : value];
        }),
      ),
    );
    expect(rows).toEqual(expected);
  });

  test.each(TABLE_FACTS)(
    '$name: the parts are of one schema, also for a reader that does not look at names',
    async ({ name }) => {
      const path = join(folder, name, '*.parquet').replaceAll("'", "''");
      const schemas = await query(
        `SELECT file_name, string_agg(name || ' ' || coalesce(type, '') || ' ' || coalesce(repetition_type, ''), ',') AS s FROM parquet_schema('${path}') GROUP BY file_name`,
      );
      expect(new Set(schemas.map((schema) => schema['s'])).size).toBe(1);
    },
  );

  test.each(TABLE_FACTS)('$name: polars reads one table, cell for cell', async ({ name, columns }) => {
    const table = await polars.scanParquet(join(folder, name, '*.parquet')).collect();
    expect(table.columns).toEqual(columns.map((column) => column.name));
    // polars gives a day as the moment at which it begins in UTC.
    const isDay = (value: unknown): value is Date => value instanceof Date && value.getTime() % 86_400_000 === 0;
    const tell = (value: unknown) => (isDay(value) ? value.toISOString().slice(0, 10) : value);
    const rows = table
      .toRecords()
      .map((row: Row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, tell(value)])));
    expect(rows).toEqual(pickColumns(corpus, name, columns));
  });

  testWith('pyarrow')('pyarrow reads each folder as one table', () => {
    const read = JSON.parse(runProgram('pyarrow', SCRIPT, folder)) as Record<string, Row[]>;
    for (const { name, columns } of TABLE_FACTS) {
      expect(read[name]).toEqual(pickColumns(corpus, name, columns));
    }
  });
});

/** The rows of a table without what only their JSON has. */
function pickColumns(corpus: Corpus, name: string, columns: readonly { name: string }[]): Row[] {
  return readRows(corpus, name).map((row) =>
    Object.fromEntries(columns.map((column) => [column.name, row[column.name]])),
  );
}

const NAMES = JSON.stringify(TABLE_FACTS.map(({ name }) => name));
const SCRIPT = `import json, pyarrow.dataset as ds
print(json.dumps({t: ds.dataset(t, format="parquet").to_table().to_pylist() for t in ${NAMES}}, default=str))`;
