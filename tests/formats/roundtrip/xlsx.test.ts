// The Excel workbook, read by openpyxl and LibreOffice, holds what JSON Lines holds, and no cell is a formula.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSettings } from '../../../scripts/citation/settings.ts';
import { writeWorkbook } from '../../../scripts/dataset/writeWorkbook.ts';
import type { ColumnFacts } from '../../../scripts/formats/columnFacts.ts';
import { type Corpus, openCorpora, type Row, readRows, TABLE_FACTS } from './corpora.ts';
import { runProgram, testWith } from './programs.ts';

const root = mkdtempSync(join(tmpdir(), 'veritable-xlsx-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const CITATION = { title: 'Gazette claims', license: 'CC-BY-4.0', authors: [{ name: 'Gazette newsroom' }] };
const head = { settings: toSettings(CITATION as Parameters<typeof toSettings>[0]), version: '1.2.3' };

async function write(rowsOf: (table: string) => Iterable<object>): Promise<string> {
  const folder = mkdtempSync(join(root, 'book-'));
  await writeWorkbook(head, rowsOf, folder);
  return join(folder, `${head.settings.name}.xlsx`);
}

const [committed, nasty] = openCorpora() as [Corpus, Corpus];
const books = new Map<Corpus, string>();
beforeAll(async () => {
  for (const corpus of [committed, nasty]) books.set(corpus, await write((table) => readRows(corpus, table)));
});

/** Every sheet as openpyxl has it: `[type, value]` of each cell; a day as `['d', 'YYYY-MM-DD']`. */
function readBook(path: string): Record<string, [type: string, value: unknown][][]> {
  const script = `
import json, openpyxl
book = openpyxl.load_workbook(${JSON.stringify(path)})
def cell(one):
    value = one.value
    return [one.data_type, value.strftime('%Y-%m-%d') if one.is_date else value]
print(json.dumps({sheet.title: [[cell(one) for one in row] for row in sheet.iter_rows()] for sheet in book}))`;
  return JSON.parse(runProgram('openpyxl', script, root));
}

/** What a cell is: a text, a number, a boolean or a day; an empty one has the type of a number. */
function expectCell({ type }: ColumnFacts, value: unknown): [string, unknown] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return ['n', null];
  if (Array.isArray(value)) return ['s', value.join('|')];
  if (type === 'date') return [(value as string) < '1900-03-01' ? 's' : 'd', value];
  return [{ string: 's', boolean: 'b', integer: 'n', number: 'n', list: 's' }[type], value];
}

describe.each([committed, nasty])('$name', (corpus) => {
  testWith('openpyxl')('read by openpyxl: every cell has the type and the value of JSON Lines', () => {
    const book = readBook(books.get(corpus) as string);
    expect(Object.keys(book)).toEqual([...TABLE_FACTS.map(({ name }) => name), 'about', 'codebook']);
    for (const { name, columns } of TABLE_FACTS) {
      const [header, ...rows] = book[name] ?? [];
      expect(header?.map(([, value]) => value)).toEqual(columns.map((column) => column.name));
      expect(rows).toEqual(
        readRows(corpus, name).map((row) => columns.map((column) => expectCell(column, row[column.name]))),
      );
    }
  });

  const office = spawnSync('soffice', ['--version']).status === 0 ? test : test.skip;
  office(
    'read by LibreOffice: every cell shows what CSV has',
    () => {
      const folder = mkdtempSync(join(root, 'office-'));
      // Comma, double quotation mark, UTF-8, from the first row; formatted as shown; every sheet in a file.
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
      const place = ['--outdir', folder, `-env:UserInstallation=file://${folder}/profile`];
      spawnSync('soffice', ['--headless', '--convert-to', filter, ...place, books.get(corpus) as string]);
      const shown = ({ type }: ColumnFacts, value: unknown): string => {
        if (Array.isArray(value)) return value.join('|');
        return type === 'boolean' && value !== null ? String(value).toUpperCase() : String(value ?? '');
      };
      for (const { name, columns } of TABLE_FACTS) {
        const csv = readFileSync(join(folder, `${head.settings.name}-${name}.csv`), 'utf8');
        const [, ...rows] = parse(csv, { relax_column_count: true }) as string[][];
        const texts = columns.flatMap(({ type }, i) => (/integer|number/.test(type) ? [] : [i]));
        const pick = (row: readonly string[]) => texts.map((i) => row[i]);
        // How many digits of a number it shows is its own matter.
        expect(rows.map(pick)).toEqual(
          readRows(corpus, name).map((row) => pick(columns.map((column) => shown(column, row[column.name])))),
        );
      }
    },
    180_000,
  );
});

test('the same rows give the same bytes, in every time zone', async () => {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Pacific/Kiritimati';
  try {
    const again = await write((table) => readRows(nasty, table));
    expect(readFileSync(again).equals(readFileSync(books.get(nasty) as string))).toBe(true);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

function withCells(cells: Row): (table: string) => Row[] {
  return (table) => (table === 'claims' ? [{ ...readRows(committed, 'claims')[0], ...cells }] : []);
}

test('a text that Excel has no room for is told with its place, not cut, and nothing is written', async () => {
  const longest = 'é'.repeat(32_767);
  await expect(write(withCells({ claim: longest }))).resolves.toContain('.xlsx');
  await expect(write(withCells({ claim: `${longest}!`, topics: [longest, 'more'] }))).rejects.toThrow(
    /claims, row 2, claim: 32768 characters, .+\n.+claims, row 2, topics: 32772 characters/,
  );
});

testWith('openpyxl')('characters that XML has no room for are escaped as Office escapes them', async () => {
  const book = readBook(await write(withCells({ claim: 'a\u0001b\rc_x0041_d\ttab\nline', quote: '_x41_' })));
  const row = book['claims']?.[1];
  expect(row?.[2]?.[1]).toBe('a_x0001_b_x000D_c_x005F_x0041_d\ttab\nline');
  expect(row?.[3]?.[1]).toBe('_x41_');
});
