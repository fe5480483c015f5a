// Nothing → two datasets to read back: the committed one, and one of every value that has ever been read wrongly.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type ColumnFacts, listTableFacts } from '../../../scripts/formats/columnFacts.ts';
import { renderParquet } from '../../../scripts/formats/parquet.ts';
import { listTableFormats } from '../../../scripts/formats/tableFormats.ts';
import { NO_EXTRA } from '../../../scripts/schemas/extra.ts';
import type { TableName } from '../../../scripts/schemas/generated/tables.ts';

export type Row = Record<string, unknown>;

/** A folder with a CSV, a JSON Lines and a Parquet file for every table. */
export interface Corpus {
  name: string;
  folder: string;
}

export const TABLE_FACTS = listTableFacts(NO_EXTRA);

/** Texts that a published cell may hold. Empty texts, line breaks and outer space are refused at the source. */
const TEXTS = [
  'plain',
  'a, comma',
  'a "quoted" word',
  '"',
  '""',
  "'",
  '`',
  '\\',
  '\\"',
  '\\n',
  'semi;colon',
  'tab\tinside',
  'two  spaces',
  'no-break\u00a0space',
  'zero\u200bwidth',
  'bom\ufeffinside',
  '007',
  '1e5',
  '3E5',
  'MAR1',
  '1-2',
  '-1',
  '+1',
  '1.0',
  '1,000',
  '12345678901234567890',
  '0x1F',
  'NA',
  'N/A',
  'NaN',
  'nan',
  'NULL',
  'null',
  'None',
  '#N/A',
  'inf',
  '-',
  'true',
  'FALSE',
  'T',
  'yes',
  '=1+1',
  '+cmd',
  '-2+3',
  '@SUM(A1)',
  '# no comment',
  '// no comment',
  '2024-05-02',
  '2024-02',
  '2024-05-01/2024-05-02',
  '../2024-05-02',
  '2024-05-02T00:00:00Z',
  'Київ, Бейцзін',
  '北京外交部',
  'العربية',
  'é',
  'e\u0301',
  '🏳️‍🌈 and 𝒳',
  '<script>alert(1)</script>',
  '$(rm) `rm` %s {0}',
  'x'.repeat(32_000),
];

const DAYS = ['2024-02-29', '1000-01-01', '1969-12-31', '1970-01-01', '9999-12-31'];
const NUMBERS = [0, 1, 812, 2 ** 31, Number.MAX_SAFE_INTEGER];
const DECIMALS = [0, 0.1, 1.5, -2.25, 4.75];

/**
 * A value for the i-th row; columns are shifted against each other, so that every value stands beside every kind of
 * neighbour.
 */
function nastyValue({ type, nullable }: ColumnFacts, column: number, i: number): unknown {
  const at = i + 7 * column;
  if (nullable && at % 5 === 0) return null;
  const of = <T>(values: readonly T[]): T => values[at % values.length] as T;
  switch (type) {
    case 'string':
      return of(TEXTS);
    case 'list':
      return TEXTS.slice(at % TEXTS.length).slice(0, i % 4);
    case 'date':
      return of(DAYS);
    case 'boolean':
      return at % 2 === 0;
    case 'integer':
      return of(NUMBERS);
    case 'number':
      return of(DECIMALS);
  }
}

function renderTorture(): Corpus {
  const folder = makeFolder();
  const rowsOf = (table: TableName): Row[] => {
    const facts = TABLE_FACTS.find(({ name }) => name === table);
    return TEXTS.map((_, i) => {
      const cells = facts?.columns.map((column, at) => [column.name, nastyValue(column, at, i)]) ?? [];
      const nested = facts?.nested.map(({ name, many }) => [name, many ? [] : {}]) ?? [];
      return Object.fromEntries([...cells, ...nested]) as Row;
    });
  };
  for (const { path, table, opening, closing, render } of listTableFormats('public', NO_EXTRA))
    if (/\.(?:csv|jsonl)$/.test(path)) writeFileSync(join(folder, path), opening + render(rowsOf(table)) + closing);
  writeParquetFiles(folder, rowsOf);
  return { name: 'nasty values', folder };
}

function copyCommitted(): Corpus {
  const folder = makeFolder();
  cpSync('dataset', folder, { recursive: true });
  writeParquetFiles(folder, (table) => readRows({ name: '', folder }, table));
  return { name: 'the committed dataset', folder };
}

function writeParquetFiles(folder: string, rowsOf: (table: TableName) => Row[]): void {
  for (const [path, bytes] of renderParquet(rowsOf, NO_EXTRA)) writeFileSync(join(folder, path), bytes);
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-roundtrip-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Both datasets, in folders that go away with the test file. */
export function openCorpora(): Corpus[] {
  return [copyCommitted(), renderTorture()];
}

/** The rows of a table as JSON Lines has them: the form that the others are measured by. */
export function readRows({ folder }: Corpus, table: string): Row[] {
  return readFileSync(join(folder, `${table}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** The header and the cells that a reader of CSV must find: null and the empty list are empty, lists are joined. */
export function expectedCells(corpus: Corpus, table: string): string[][] {
  const columns = TABLE_FACTS.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
  const rows = readRows(corpus, table).map((row) =>
    columns.map((name) => {
      const value = row[name];
      return Array.isArray(value) ? value.join('|') : String(value ?? '');
    }),
  );
  return [columns, ...rows];
}
