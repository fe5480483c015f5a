// claims.json and JSON Lines, read by Python, hold the same; so does what the card's line for pandas gives.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openCorpora, readRows, TABLE_FACTS } from './corpora.ts';
import { runProgram, testWith } from './programs.ts';

const LINE = 'pd.read_json("claims.jsonl", lines=True, convert_dates=False, dtype=False, precise_float=True)';
const corpora = openCorpora();
const [committed] = corpora as [(typeof corpora)[number]];

testWith('python')("claims.json, read by Python's json, is the rows of claims.jsonl", () => {
  const printed = runProgram(
    'python',
    'import json; print(json.dumps(json.load(open("claims.json", encoding="utf-8"))))',
    committed.folder,
  );
  expect(JSON.parse(printed)).toEqual(readRows(committed, 'claims'));
});

testWith('pandas').each(corpora)('$name, read by pandas from JSON Lines', (corpus) => {
  // A table without rows is an empty file, in which pandas finds no columns.
  const filled = TABLE_FACTS.filter(({ name }) => readRows(corpus, name).length > 0);
  const columns = Object.fromEntries(filled.map((table) => [table.name, table.columns.map(({ name }) => name)]));
  const script = `
import json
import pandas as pd
tables = {}
for name, columns in ${JSON.stringify(columns)}.items():
    table = ${LINE.replace('"claims.jsonl"', 'name + ".jsonl"')}
    tables[name] = json.loads(table[columns].to_json(orient="records", double_precision=15))
print(json.dumps(tables))
`;
  const expected = filled.map(({ name }) => [
    name,
    readRows(corpus, name).map((row) =>
      Object.fromEntries((columns[name] ?? []).map((column) => [column, row[column]])),
    ),
  ]);
  expect(JSON.parse(runProgram('pandas', script, corpus.folder))).toEqual(Object.fromEntries(expected));
});

test('the reading line is that of the card', () => {
  expect(readFileSync('dataset/README.md', 'utf8')).toContain(LINE);
});
