// Tables in which every date is a full day, and tables without rows → what loaders make of them by the card of a
// release.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, test } from 'vitest';
import { writeParquet } from '../../../scripts/formats/parquet.ts';
import { NO_EXTRA } from '../../../scripts/schemas/extra.ts';
import { type Row, readRows, TABLE_FACTS } from './corpora.ts';

const folder = mkdtempSync(join(tmpdir(), 'veritable-days-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DAY = '2024-05-02';
const isDate = (name: string) => /(?:^|_)(?:date|published|accessed)$/.test(name);

const rowOf = (table: string): Row | undefined => readRows({ name: 'committed', folder: 'dataset' }, table)[0];

/** The columns of text that hold dates, of tables that have rows here. */
const dates = TABLE_FACTS.filter(({ name }) => rowOf(name)).flatMap(({ name: table, columns }) =>
  columns.filter(({ name, type }) => type === 'string' && isDate(name)).map(({ name }) => ({ table, name })),
);

for (const { name, columns } of TABLE_FACTS) {
  const row = rowOf(name) ?? {};
  const days = Object.fromEntries(columns.flatMap((column) => (isDate(column.name) ? [[column.name, DAY]] : [])));
  const rows: Row[] = Object.keys(row).length === 0 ? [] : Array.from({ length: 5000 }, () => ({ ...row, ...days }));
  writeFileSync(join(folder, `${name}.parquet`), writeParquet(name, rows, NO_EXTRA));
  writeFileSync(join(folder, `${name}-empty.parquet`), writeParquet(name, [], NO_EXTRA));
  writeFileSync(join(folder, `${name}.jsonl`), rows.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

test('there are such columns in claims and evidence', () => {
  expect(dates).toContainEqual({ table: 'claims', name: 'claim_date' });
  expect(dates).toContainEqual({ table: 'claims', name: 'source_published' });
  expect(dates).toContainEqual({ table: 'evidence', name: 'published' });
});

describe('DuckDB', () => {
  test.each(dates)('leaves $table.$name as it is written', async ({ table, name }) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const read = async (file: string) =>
      (
        await connection.runAndReadAll(`SELECT DISTINCT ${name} AS day FROM read_parquet('${join(folder, file)}')`)
      ).getRowObjectsJson();
    expect(await read(`${table}.parquet`)).toEqual([{ day: DAY }]);
    expect(await read(`${table}-empty.parquet`)).toEqual([]);
    connection.closeSync();
  });
});

/** No package of Debian's: skipped by name where it is not installed. */
const hasArrow = spawnSync('python3', ['-c', 'import pyarrow.json, pyarrow.parquet']).status === 0;

describe.skipIf(!hasArrow)('pyarrow, which the Hugging Face loader is built on', () => {
  const run = (script: string) => {
    const { status, stdout, stderr } = spawnSync('python3', ['-c', script], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };

  test.each(dates)('leaves $table.$name of the Parquet file as it is written', ({ table, name }) => {
    const script = (file: string) =>
      `import json, pyarrow.parquet as p; t = p.read_table('${file}'); c = t['${name}']; print(json.dumps([str(c.type), sorted(set(c.to_pylist()))]))`;
    expect(run(script(`${table}.parquet`))).toEqual(['string', [DAY]]);
    expect(run(script(`${table}-empty.parquet`))).toEqual(['string', []]);
  });

  test('makes timestamps of the same days in JSON Lines, which is why the card does not name them', () => {
    const script = `import json, pyarrow.json as j; print(json.dumps(str(j.read_json('claims.jsonl')['claim_date'].type)))`;
    expect(run(script)).toBe('timestamp[s]');
  });
});
