// What a file's name says of how it is written.
import { expect, test } from 'vitest';
import { formatByName, isDataFile } from '../../scripts/exchange/mapping.ts';

test.each([
  ['claims.csv', 'csv'],
  ['dir.v2/Claims.TAB', 'tsv'],
  ['заяви.ndjson', 'jsonl'],
  ['claims.json', 'json'],
  ['claims', undefined],
  ['csv', undefined],
  // A name of every object is no format.
  ['claims.constructor', undefined],
  ['claims.toString', undefined],
])('%s', (path, format) => {
  expect(formatByName(path)).toBe(format);
});

test('JSON may be a mapping, other formats are data', () => {
  expect(['a.csv', 'a.xlsx', 'a.jsonl', 'a.json', 'a.yaml', 'a.constructor'].filter(isDataFile)).toEqual([
    'a.csv',
    'a.xlsx',
    'a.jsonl',
  ]);
});
