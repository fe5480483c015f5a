// claims.json and JSON Lines, read by Python, hold the same; so does what the card's line for pandas gives.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openCorpora, type Row, readRows, TABLE_FACTS } from './corpora.ts';
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

describe.each(corpora)('$name, read by pandas from JSON Lines', (corpus) => {
  const filled = TABLE_FACTS.filter(({ name }) => readRows(corpus, name).length > 0);

  testWith('pandas').each(filled)('$name', ({ name, columns }) => {
    const script = `
import json
import pandas as pd
table = ${LINE.replace('claims.jsonl', `${name}.jsonl`)}
print(table[${JSON.stringify(columns.map((column) => column.name))}].to_json(orient="records", double_precision=15))
`;
    const read = JSON.parse(runProgram('pandas', script, corpus.folder)) as Row[];
    const expected = readRows(corpus, name).map((row) =>
      Object.fromEntries(columns.map((column) => [column.name, row[column.name]])),
    );
    expect(read).toEqual(expected);
  });
});

test('the reading line is that of the card', () => {
  expect(readFileSync('dataset/README.md', 'utf8')).toContain(LINE);
});
