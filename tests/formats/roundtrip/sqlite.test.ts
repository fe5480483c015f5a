// The SQLite database, read by another SQLite, holds what JSON Lines holds, in strict tables with their keys.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { toSettings } from '../../../scripts/citation/settings.ts';
import { writeDatabase, writeSqlite } from '../../../scripts/dataset/writeSqlite.ts';
import type { DatabaseHead } from '../../../scripts/formats/datasetteMetadata.ts';
import { type Corpus, openCorpora, type Row, readRows, TABLE_FACTS } from './corpora.ts';
import { runProgram, testWith } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'veritable-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AUTHORS = [{ name: 'Gazette newsroom' }];
function headIn(language: string): DatabaseHead {
  const citation = { title: 'Gazette claims', license: 'CC-BY-4.0', authors: AUTHORS };
  const settings = toSettings(citation as Parameters<typeof toSettings>[0], { labels_language: language });
  return { settings, version: '1.2.3', database: settings.name };
}

function write(corpus: Corpus, name: string, language = 'en'): string {
  const path = join(folder, `${name}.sqlite`);
  writeDatabase(path, headIn(language), (table) => readRows(corpus, table));
  return path;
}

/** What Python's SQLite answers to each statement, run in turn. */
function ask(path: string, ...statements: string[]): unknown[][][] {
  const script = `
import json, sqlite3
db = sqlite3.connect(${JSON.stringify(path)})
print(json.dumps([db.execute(statement).fetchall() for statement in ${JSON.stringify(statements)}]))`;
  return JSON.parse(runProgram('python', script, folder)) as unknown[][][];
}

const [committed, nasty] = openCorpora() as [Corpus, Corpus];
const file = { [committed.name]: write(committed, 'committed'), [nasty.name]: write(nasty, 'nasty') };
const pathOf = ({ name }: Corpus): string => file[name] as string;
const withPython = testWith('python');

const TYPES = { string: 'TEXT', date: 'TEXT', list: 'TEXT', integer: 'INTEGER', boolean: 'INTEGER', number: 'REAL' };

/** What a cell is in the database: lists are JSON, booleans 0 and 1. */
function stored(value: unknown): unknown {
  if (Array.isArray(value)) return JSON.stringify(value);
  return typeof value === 'boolean' ? Number(value) : value;
}

describe.each([committed, nasty])('$name, read by Python', (corpus) => {
  for (const { name, columns, key } of TABLE_FACTS) {
    withPython(`${name}: every value is that of JSON Lines, null is null`, () => {
      const [rows] = ask(pathOf(corpus), `SELECT * FROM ${name} ORDER BY rowid`);
      expect(rows).toEqual(readRows(corpus, name).map((row) => columns.map((column) => stored(row[column.name]))));
    });

    withPython(`${name}: is strict, with the types and the key of its schema`, () => {
      const [described, tables] = ask(pathOf(corpus), `PRAGMA table_info(${name})`, `PRAGMA table_list(${name})`);
      expect(described?.map(([, column, type, notNull, , place]) => [column, type, notNull, place])).toEqual(
        columns.map((column) => [
          column.name,
          TYPES[column.type],
          column.nullable ? 0 : 1,
          key.indexOf(column.name) + 1,
        ]),
      );
      expect(tables?.[0]?.[5]).toBe(1);
    });
  }

  withPython('is whole, and its index of words is that of its claims', () => {
    const check = "INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)";
    expect(ask(pathOf(corpus), 'PRAGMA integrity_check', check)).toEqual([[['ok']], []]);
  });
});

withPython('every foreign key is declared, and holds', () => {
  const lists = TABLE_FACTS.map(({ name }) => `PRAGMA foreign_key_list(${name})`);
  const [broken, ...keys] = ask(pathOf(committed), 'PRAGMA foreign_key_check', ...lists);
  expect(broken).toEqual([]);
  const declared = keys.map((list) => list.map(([, , table, from, to]) => [from, `${table}.${to}`]).sort());
  expect(declared).toEqual(TABLE_FACTS.map(({ references }) => Object.entries(references).sort()));
  expect(declared.flat().length).toBeGreaterThan(4);
});

withPython('claims are found by their words, without accents, also after a reader has packed the file', () => {
  const claims = ['Žofie opened the bridge.', 'The BRIDGE is Zofies.', 'Žofie bridged nothing.'];
  const [row] = readRows(committed, 'claims');
  const path = join(folder, 'searched.sqlite');
  writeDatabase(path, headIn('en'), (table) =>
    table === 'claims'
      ? claims.map((claim, i): Row => ({ ...row, claim_id: `c${i}`, claim, quote: null, justification: null }))
      : [],
  );
  const select = `SELECT claim_id FROM claims_fts JOIN claims ON claims.rowid = claims_fts.rowid
    WHERE claims_fts MATCH 'zofie* AND bridge' ORDER BY 1`;
  const [found, , again] = ask(path, select, 'VACUUM', select);
  expect(found).toEqual([['c0'], ['c1']]);
  expect(again).toEqual(found);
});

withPython('in a language without spaces they are found by three characters', () => {
  const rows = readRows(committed, 'claims').slice(0, 1);
  const path = join(folder, 'chinese.sqlite');
  const claim = '外交部发言人说会谈是坦诚的';
  writeDatabase(path, headIn('zh-Hans'), (table) =>
    table === 'claims' ? rows.map((row): Row => ({ ...row, claim })) : [],
  );
  expect(ask(path, "SELECT claim FROM claims_fts WHERE claims_fts MATCH '发言人'")).toEqual([[[claim]]]);
});

test('the same rows give the same bytes', () => {
  expect(readFileSync(write(nasty, 'again')).equals(readFileSync(pathOf(nasty)))).toBe(true);
});

withPython('it says what it is, and metadata.json what every column means', async () => {
  const head = headIn('en');
  await writeSqlite(head, (table) => readRows(committed, table), folder);
  const path = join(folder, `${head.database}.sqlite`);
  expect(ask(path, 'SELECT value FROM about ORDER BY name')[0]?.flat()).toEqual(
    expect.arrayContaining(['1.2.3', 'CC-BY-4.0', 'Gazette newsroom']),
  );
  const metadata = JSON.parse(readFileSync(join(folder, 'metadata.json'), 'utf8'));
  const { tables } = metadata.databases[head.database] as { tables: Record<string, { columns: object }> };
  for (const { name } of TABLE_FACTS) {
    const [columns] = ask(path, `PRAGMA table_info(${name})`);
    expect(Object.keys(tables[name]?.columns ?? {})).toEqual(columns?.map(([, column]) => column));
  }
});

test('a value that is not what its column holds is refused, not stored as something else', () => {
  const [row] = readRows(committed, 'entities');
  const writeEntity = (name: string, cells: Row) => () =>
    writeDatabase(join(folder, `${name}.sqlite`), headIn('en'), (table) =>
      table === 'entities' ? [{ ...row, ...cells }] : [],
    );
  expect(writeEntity('fraction', { claims_count: 1.5 })).toThrow();
  expect(writeEntity('nothing', { name: null })).toThrow();
  expect(writeEntity('text', { aliases: 'AFP' })).toThrow();
});
