// Parquet, read by a program that did not write it, holds what JSON Lines holds, in types.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { writeParquet } from '../../../scripts/formats/parquet.ts';
import { NO_EXTRA } from '../../../scripts/schemas/extra.ts';
import { type Corpus, openCorpora, type Row, readRows, TABLE_FACTS } from './corpora.ts';

const TYPES = {
  string: 'VARCHAR',
  date: 'DATE',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  list: 'VARCHAR[]',
};

async function query(sql: string): Promise<Row[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result = await connection.runAndReadAll(sql);
  connection.closeSync();
  return result.getRowObjectsJson() as Row[];
}

function pathOf({ folder }: Corpus, table: string): string {
  return `'${join(folder, `${table}.parquet`).replaceAll("'", "''")}'`;
}

const [committed, nasty] = openCorpora() as [Corpus, Corpus];

describe.each([committed, nasty])('$name, read by DuckDB', (corpus) => {
  test.each(TABLE_FACTS)('$name: every column has its type', async ({ name, columns }) => {
    const described = await query(`DESCRIBE SELECT * FROM read_parquet(${pathOf(corpus, name)})`);
    expect(described.map((column) => [column['column_name'], column['column_type']])).toEqual(
      columns.map((column) => [column.name, TYPES[column.type]]),
    );
  });

  test.each(TABLE_FACTS)('$name: every value is that of JSON Lines, null is null', async ({ name, columns }) => {
    const rows = await query(`SELECT * FROM read_parquet(${pathOf(corpus, name)})`);
    const expected = readRows(corpus, name).map((row) =>
      // DuckDB gives a BIGINT as text in JSON, since JavaScript's numbers do not reach that far.
      Object.fromEntries(
        columns.map((column) => [
          column.name,
          column.type === 'integer' && row[column.name] !== null ? String(row[column.name]) : row[column.name],
        ]),
      ),
    );
    expect(rows).toEqual(expected);
  });

  test('every foreign key holds', async () => {
    if (corpus === nasty) return;
    const keys = TABLE_FACTS.flatMap(({ name, references }) =>
      Object.entries(references).map(([column, target]) => ({ name, column, target })),
    );
    for (const { name, column, target } of keys) {
      const [table = '', key = ''] = target.split('.');
      const dangling = await query(
        `SELECT ${column} FROM read_parquet(${pathOf(corpus, name)}) WHERE ${column} IS NOT NULL AND ${column} NOT IN (SELECT ${key} FROM read_parquet(${pathOf(corpus, table)}))`,
      );
      expect([name, column, dangling]).toEqual([name, column, []]);
    }
    expect(keys.length).toBeGreaterThan(4);
  });
});

test('rows that are fed one after the other give row groups, and the same bytes each time', async () => {
  const [row] = readRows(committed, 'evidence');
  function* feed(): Generator<Row> {
    for (let i = 0; i < 45_000; i++)
      yield { ...row, evidence_id: `gazette-2024-05-02-c01-e${i}`, quote: i % 3 ? `${i}` : null };
  }
  const bytes = writeParquet('evidence', feed(), NO_EXTRA);
  expect(Buffer.compare(bytes, writeParquet('evidence', feed(), NO_EXTRA))).toBe(0);
  writeFileSync(join(nasty.folder, 'many.parquet'), bytes);
  const file = pathOf(nasty, 'many');
  const [sum] = await query(
    `SELECT count(*)::INT AS n, count(DISTINCT evidence_id)::INT AS ids, count(quote)::INT AS quotes, sum(quote::INT)::INT AS total FROM read_parquet(${file})`,
  );
  let total = 0;
  for (let i = 0; i < 45_000; i++) total += i % 3 ? i : 0;
  expect(sum).toEqual({ n: 45_000, ids: 45_000, quotes: 30_000, total });
  const groups = await query(`SELECT DISTINCT row_group_id FROM parquet_metadata(${file})`);
  // Some thousand rows a group, so that whoever reads some rows reads few more.
  expect(groups.length).toBeGreaterThan(2);
});

test('a value that is not what its column holds is refused, not stored as something else', () => {
  const [row] = readRows(committed, 'entities');
  expect(() => writeParquet('entities', [{ ...row, claims_count: 1.5 }], NO_EXTRA)).toThrow();
  expect(() => writeParquet('entities', [{ ...row, name: null }], NO_EXTRA)).toThrow();
  expect(() =>
    writeParquet('annotations', [{ ...readRows(committed, 'annotations')[0], date: 'soon' }], NO_EXTRA),
  ).toThrow();
});
