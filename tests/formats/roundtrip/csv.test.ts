// CSV, read by six programs that did not write it, holds what JSON Lines holds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type Corpus, expectedCells, openCorpora, TABLE_FACTS } from './corpora.ts';
import { runProgram, testWith } from './programs.ts';

const TABLES = TABLE_FACTS.map(({ name }) => name);

/** The cells of every table, the header first. */
type Cells = Record<string, string[][]>;

/** The reading lines of the dataset's card. */
const LINES = {
  pandas: 'pd.read_csv("claims.csv", dtype=str, keep_default_na=False)',
  R: 'read.csv("claims.csv", colClasses = "character", na.strings = character(0), fileEncoding = "UTF-8")',
  DuckDB: `SELECT * FROM read_csv('claims.csv', all_varchar = true, header = true, quote = '"', escape = '"')`,
};

describe.each(openCorpora())('$name', (corpus) => {
  const expected: Cells = Object.fromEntries(TABLES.map((table) => [table, expectedCells(corpus, table)]));
  const read = (table: string) => readFileSync(join(corpus.folder, `${table}.csv`), 'utf8');
  const readAll = (cellsOf: (text: string) => string[][]): Cells =>
    Object.fromEntries(TABLES.map((table) => [table, cellsOf(read(table))]));

  test('csv-parse', () => {
    expect(readAll((text) => parse(text) as string[][])).toEqual(expected);
  });

  test('papaparse', () => {
    expect(readAll((text) => Papa.parse<string[]>(text.replace(/\n$/, '')).data)).toEqual(expected);
  });

  test('DuckDB', async () => {
    expect(await readByDuckDB(corpus)).toEqual(expected);
  });

  testWith('python')("Python's csv", () => {
    expect(JSON.parse(runProgram('python', PYTHON, corpus.folder))).toEqual(expected);
  });

  testWith('pandas')('pandas', () => {
    expect(JSON.parse(runProgram('pandas', PANDAS, corpus.folder))).toEqual(expected);
  });

  testWith('R')("R's read.csv", () => {
    expect(fromHexadecimal(runProgram('R', R, corpus.folder))).toEqual(expected);
  });
});

test('the reading lines are those of the card', () => {
  const card = readFileSync('dataset/README.md', 'utf8');
  for (const line of Object.values(LINES)) expect(card).toContain(line);
});

const names = JSON.stringify(TABLES);

const PYTHON = `
import csv, json
tables = {}
for name in ${names}:
    with open(name + ".csv", encoding="utf-8", newline="") as file:
        tables[name] = list(csv.reader(file))
print(json.dumps(tables))
`;

const PANDAS = `
import json
import pandas as pd
tables = {}
for name in ${names}:
    table = ${LINES.pandas.replace('"claims.csv"', 'name + ".csv"')}
    tables[name] = [list(table.columns)] + table.values.tolist()
print(json.dumps(tables))
`;

/** R has no JSON of its own: every cell is printed as the hexadecimal digits of its bytes. */
const R = `
hex <- function(x) vapply(enc2utf8(x), function(cell) paste(as.character(charToRaw(cell)), collapse = ""), "")
for (name in c(${TABLES.map((table) => JSON.stringify(table)).join(', ')})) {
  table <- ${LINES.R.replace('"claims.csv"', 'paste0(name, ".csv")')}
  cat("table ", name, "\\n", paste(hex(colnames(table)), collapse = " "), "\\n", sep = "")
  cells <- matrix(hex(unlist(table)), nrow = nrow(table))
  for (i in seq_len(nrow(table))) cat(paste(cells[i, ], collapse = " "), "\\n", sep = "")
}
`;

function fromHexadecimal(text: string): Cells {
  const cells: Cells = {};
  let current: string[][] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const [, table] = /^table (.*)$/.exec(line) ?? [];
    if (table !== undefined) {
      current = [];
      cells[table] = current;
    } else current.push(line.split(' ').map((digits) => Buffer.from(digits, 'hex').toString('utf8')));
  }
  return cells;
}

async function readByDuckDB({ folder }: Corpus): Promise<Cells> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const cells: Cells = {};
  for (const table of TABLES) {
    const path = join(folder, `${table}.csv`).replaceAll("'", "''");
    const result = await connection.runAndReadAll(LINES.DuckDB.replace('claims.csv', path));
    const rows = result.getRowsJson().map((row) => row.map((cell) => String(cell ?? '')));
    cells[table] = [result.columnNames(), ...rows];
  }
  connection.closeSync();
  return cells;
}
