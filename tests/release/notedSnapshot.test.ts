// Rows noted for a comparison: places of released rows and changed ones, in one order.
import { expect, test } from 'vitest';
import { inMemory } from '../../scripts/formats/readableFile.ts';
import { parseLedger } from '../../scripts/release/ledger.ts';
import { assembleSnapshot } from '../../scripts/release/notedSnapshot.ts';
import { listReleasedTables, type ReleasedTable } from '../../scripts/release/releasedTables.ts';
import { type Snapshot, toSnapshotRow } from '../../scripts/release/snapshot.ts';
import { NO_EXTRA } from '../../scripts/schemas/extra.ts';
import { renderLedger } from './ledgerOf.ts';
import { toSnapshotTable } from './rowsInMemory.ts';

const head = { license: 'CC-BY-4.0', verdicts: [], files: [] };
const entities = listReleasedTables(NO_EXTRA).find(({ name }) => name === 'entities') as ReleasedTable;
const cellsOf = (id: string, name: string) => ({ entity_id: id, name, kind: 'person', aliases: [], claims_count: 1 });
const rowOf = (id: string, name: string) => toSnapshotRow(entities, entities.key, cellsOf(id, name));

function release(rows: readonly [id: string, name: string][]) {
  const table = toSnapshotTable(
    entities,
    rows.map(([id, name]) => rowOf(id, name)),
  );
  const state: Snapshot = { ...head, version: '1.0.0', tables: [table] };
  const drawn = renderLedger(state);
  const pieces: Uint8Array[] = [];
  let next = drawn.next();
  for (; !next.done; next = drawn.next()) pieces.push(next.value);
  const ledger = parseLedger(inMemory(Buffer.concat([next.value, ...pieces.slice(1)])));
  if ('problem' in ledger) throw new Error(ledger.problem);
  return ledger;
}

test('what is as it was is read from the ledger, and stands where it stands now', () => {
  const ledger = release([
    ['ann', 'Ann'],
    ['bo', 'Bo'],
    ['cy', 'Cy'],
  ]);
  const changed = { record: rowOf('bo', 'Bob').record, cells: cellsOf('bo', 'Bob') };
  const added = { record: rowOf('abe', 'Abe').record, cells: cellsOf('abe', 'Abe') };
  const notes = { entities: [2, added, changed] };
  const { tables, version } = assembleSnapshot({ ledgers: [ledger], problems: [] }, NO_EXTRA, notes, head);
  const rows = tables.find(({ name }) => name === 'entities')?.rows;
  expect(version).toBe('1.0.0');
  expect([...(rows?.keys() ?? [])]).toEqual(['cy', 'abe', 'bo']);
  expect([...(rows?.values() ?? [])].map(({ record }) => record)).toEqual(
    [rowOf('cy', 'Cy'), rowOf('abe', 'Abe'), rowOf('bo', 'Bob')].map(({ record }) => record),
  );
  expect(rows?.has('ann')).toBe(false);
  expect(rows?.get('ann')).toBeUndefined();
  expect(rows?.get('cy')?.hashes()).toEqual(rowOf('cy', 'Cy').hashes());
  expect(rows?.recordOf('bo')).toBe(rowOf('bo', 'Bob').record);
});

test('an id that comes twice has one row, the later', () => {
  const ledger = release([['ann', 'Ann']]);
  const again = { record: rowOf('ann', 'Anna').record, cells: cellsOf('ann', 'Anna') };
  for (const [notes, name] of [
    [[0, again], 'Anna'],
    [[again, 0], 'Ann'],
  ] as const) {
    const history = { ledgers: [ledger], problems: [] };
    const { tables } = assembleSnapshot(history, NO_EXTRA, { entities: [...notes] }, head);
    const rows = tables.find((table) => table.name === 'entities')?.rows;
    expect(rows?.size).toBe(1);
    expect([...(rows?.keys() ?? [])]).toEqual(['ann']);
    expect(rows?.recordOf('ann')).toBe(rowOf('ann', name).record);
    expect([...(rows?.values() ?? [])]).toHaveLength(1);
  }
});
