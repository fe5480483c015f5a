// Two sets of tables, classes, licences and files → what differs in kind.
import { expect, test } from 'vitest';
import { compareReleases } from '../../scripts/release/compareReleases.ts';
import type { Snapshot } from '../../scripts/release/snapshot.ts';
import { RowsInMemory } from './rowsInMemory.ts';

const columns = [
  { name: 'claim_id', type: 'string' as const },
  { name: 'claim', type: 'string' as const },
  { name: 'votes', type: 'integer' as const },
];
const release: Snapshot = {
  version: '1.0.0',
  license: 'CC-BY-4.0',
  verdicts: ['supported', 'refuted'],
  files: ['claims.csv'],
  tables: [{ name: 'claims', columns, rows: new RowsInMemory() }],
};
const changed = (change: Partial<Snapshot>) => compareReleases(release, { ...release, ...change }).structure;
const withColumns = (list: typeof columns | { name: string; type: 'string' }[]) =>
  changed({ tables: [{ name: 'claims', columns: list, rows: new RowsInMemory() }] });
const [id, claim, votes] = columns as [(typeof columns)[0], (typeof columns)[0], (typeof columns)[0]];

test('a column is gone', () =>
  expect(withColumns([id, claim])).toEqual([{ kind: 'column removed', table: 'claims', column: 'votes' }]));
test('a column is new', () =>
  expect(withColumns([id, { name: 'place', type: 'string' }, claim, votes])).toEqual([
    { kind: 'column added', table: 'claims', column: 'place' },
  ]));
test('a column is renamed: one is gone and one is new', () =>
  expect(withColumns([id, { ...claim, name: 'statement' }, votes]).map(({ kind }) => kind)).toEqual([
    'column removed',
    'column added',
  ]));
test('a column has another type', () =>
  expect(withColumns([id, claim, { name: 'votes', type: 'string' }])).toEqual([
    { kind: 'column retyped', table: 'claims', column: 'votes', old: 'integer', new: 'string' },
  ]));
test('columns stand in another order', () =>
  expect(withColumns([id, votes, claim])).toEqual([{ kind: 'columns reordered', table: 'claims' }]));
test('a table is gone or new', () => {
  expect(changed({ tables: [] })).toEqual([{ kind: 'table removed', table: 'claims' }]);
  const places = { name: 'places', columns: [id], rows: new RowsInMemory() };
  expect(changed({ tables: [...release.tables, places] })).toEqual([{ kind: 'table added', table: 'places' }]);
});
test('a class is gone or new', () =>
  expect(changed({ verdicts: ['supported', 'satire'] })).toEqual([
    { kind: 'verdict class removed', verdict: 'refuted' },
    { kind: 'verdict class added', verdict: 'satire' },
  ]));
test('the licence is another', () =>
  expect(changed({ license: 'CC0-1.0' })).toEqual([{ kind: 'licence changed', old: 'CC-BY-4.0', new: 'CC0-1.0' }]));
test('a file is gone or new', () =>
  expect(changed({ files: ['claims.parquet'] })).toEqual([
    { kind: 'file removed', path: 'claims.csv' },
    { kind: 'file added', path: 'claims.parquet' },
  ]));
