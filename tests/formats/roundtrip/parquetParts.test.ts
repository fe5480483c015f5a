// Parquet in parts, read as one table by programs that did not write it, holds what JSON Lines holds.

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
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

  for (const program of ['pyarrow', 'polars'] as const)
    testWith(program)(`${program} reads each folder as one table`, () => {
      const read = JSON.parse(runProgram(program, SCRIPTS[program], folder)) as Record<string, Row[]>;
      for (const { name, columns } of TABLE_FACTS) {
        const expected = readRows(corpus, name).map((row) =>
          Object.fromEntries(columns.map((column) => [column.name, row[column.name]])),
        );
        expect(read[name]).toEqual(expected);
      }
    });
});

const NAMES = JSON.stringify(TABLE_FACTS.map(({ name }) => name));
const SCRIPTS = {
  pyarrow: `import json, pyarrow.dataset as ds
print(json.dumps({t: ds.dataset(t, format="parquet").to_table().to_pylist() for t in ${NAMES}}, default=str))`,
  polars: `import json, polars as pl
print(json.dumps({t: pl.read_parquet(t + "/*.parquet").to_dicts() for t in ${NAMES}}, default=str))`,
};
