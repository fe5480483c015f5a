// Columns that a project adds, in each exported format, read by a program that did not write it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExportKind, exportDataset } from '../../../scripts/commands/export.ts';
import { record, Workspace } from '../../workspace.ts';
import { runProgram, testWith } from './programs.ts';

const root = mkdtempSync(join(tmpdir(), 'veritable-extra-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const FIELDS = `extra:
  claims:
    harm: { title: Harm, description: How much harm the claim may do., type: integer }
    share: { title: Share, description: How often it was shared., type: number }
    checked: { title: Checked, description: Whether the desk has seen it., type: boolean }
    tags: { title: Tags, description: Words of the desk., type: array }
    seen: { title: Seen, description: When the desk saw it., type: string, format: day }
    desk: { title: Desk, description: Whose story it was., type: string }
`;
const VALUES = { harm: 4, share: 0.5, checked: true, tags: ['flood', 'two words'], seen: '2024-05-03', desk: '=home' };
const COLUMNS = Object.keys(VALUES).map((name) => `extra_${name}`);

beforeAll(async () => {
  cpSync('examples/gazette', root, { recursive: true });
  writeFileSync(join(root, 'veritable.config.yml'), FIELDS);
  const workspace = new Workspace(root);
  const article = 'raw/articles/gazette-2024-05-02.md';
  workspace.edit(article, '    status: labelled', `    extra: ${JSON.stringify(VALUES)}\n    status: labelled`);
  for (const kind of ['parquet', 'sqlite', 'xlsx'] as ExportKind[]) {
    const options = { raw: join(root, 'raw'), out: join(root, kind) };
    expect(await record((terminal) => exportDataset(kind, options, terminal))).toMatchObject({ exitCode: 0 });
  }
});

test('Parquet, read by DuckDB', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const from = `FROM read_parquet('${join(root, 'parquet/claims.parquet')}') ORDER BY claim_id LIMIT 2`;
  const read = await connection.runAndReadAll(`SELECT ${COLUMNS.join(', ')} ${from}`);
  connection.closeSync();
  const nothing = COLUMNS.map((name) => (name === 'extra_tags' ? [] : null));
  expect(read.getRowsJson()).toEqual([['4', 0.5, true, ['flood', 'two words'], '2024-05-03', '=home'], nothing]);
});

testWith('python')('SQLite, read by Python', () => {
  const script = `
import json, sqlite3
db = sqlite3.connect('sqlite/gazette-claims.sqlite')
print(json.dumps(db.execute('SELECT ${COLUMNS.join(', ')} FROM claims ORDER BY claim_id LIMIT 2').fetchall()))`;
  expect(JSON.parse(runProgram('python', script, root))).toEqual([
    [4, 0.5, 1, '["flood","two words"]', '2024-05-03', '=home'],
    [null, null, null, '[]', null, null],
  ]);
});

testWith('openpyxl')('Excel, read by openpyxl', () => {
  const script = `
import json, openpyxl
header, first, *_ = openpyxl.load_workbook('xlsx/gazette-claims.xlsx')['claims'].iter_rows()
cells = dict(zip([cell.value for cell in header], first))
print(json.dumps([[cells[name].data_type, str(cells[name].value)] for name in ${JSON.stringify(COLUMNS)}]))`;
  expect(JSON.parse(runProgram('openpyxl', script, root))).toEqual([
    ['n', '4'],
    ['n', '0.5'],
    ['b', 'True'],
    ['s', 'flood|two words'],
    ['d', '2024-05-03 00:00:00'],
    ['s', '=home'],
  ]);
});
