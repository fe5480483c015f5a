// Ids and digests of a ledger's rows, kept or read again from its lines: the same, whatever a line looks like.
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inMemory } from '../../scripts/formats/readableFile.ts';
import { type Ledger, parseLedger } from '../../scripts/release/ledger.ts';
import type { Snapshot, SnapshotRow } from '../../scripts/release/snapshot.ts';
import fc from '../property.ts';
import { renderLedger } from './ledgerOf.ts';
import { toSnapshotTable } from './rowsInMemory.ts';

const COLUMNS = [{ name: 'id', type: 'string' as const }];

function makeRow(id: string, reason: string | null): SnapshotRow {
  const record = hash('sha256', id, 'hex');
  return { id, verdict: null, status: null, record, hashes: () => [''], cells: null, revisions: [], reason };
}

function makeLedger(tables: readonly (readonly SnapshotRow[])[]): Buffer {
  const snapshot: Snapshot = {
    version: '1.0.0',
    license: 'CC-BY-4.0',
    verdicts: ['supported'],
    files: [],
    tables: tables.map((rows, i) => toSnapshotTable({ name: i === 0 ? 'claims' : 'evidence', columns: COLUMNS }, rows)),
  };
  const pieces: Uint8Array[] = [];
  const writing = renderLedger(snapshot);
  let step = writing.next();
  for (; !step.done; step = writing.next()) pieces.push(Buffer.from(step.value));
  return Buffer.concat([step.value, ...pieces.slice(1)]);
}

function read(bytes: Uint8Array, keepDigests: boolean): Ledger {
  const ledger = parseLedger(inMemory(bytes), keepDigests);
  if ('problem' in ledger) throw new Error(ledger.problem);
  return ledger;
}

test('are the same in whatever order rows are asked for', () => {
  const id = fc.oneof(
    fc.stringMatching(/^[a-z]{1,9}$/),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    fc.constantFrom('"record":"', 'with "record":"0" in it', '\\"record\\":\\"', '"id":"', 'подія', '\ud800'),
  );
  const row = fc.tuple(id, fc.option(fc.constantFrom('Two were one.', '"record":"')));
  const table = fc.uniqueArray(row, { selector: ([name]) => name, maxLength: 40 });
  fc.assert(
    fc.property(table, table, fc.array(fc.nat(), { maxLength: 40 }), (claims, evidence, order) => {
      const tables = [claims, evidence].map((rows) => rows.map(([name, reason]) => makeRow(name, reason)));
      const bytes = makeLedger(tables);
      const [kept, again] = [read(bytes, true), read(bytes, false)];
      for (const [i, rows] of tables.entries()) {
        const found = [kept, again].map((ledger) => ledger.tables[i]?.rows);
        for (const index of found) {
          expect(rows.map((_, place) => index?.recordAt(place))).toEqual(rows.map(({ record }) => record));
          for (const place of order.filter((one) => one < rows.length)) {
            const row = rows[place] as SnapshotRow;
            expect([index?.idAt(place), index?.recordAt(place)]).toEqual([row.id, row.record]);
            expect(index?.placeOf(row.id)).toBe(place);
          }
          expect([...(index?.keys() ?? [])]).toEqual(rows.map(({ id }) => id));
          expect(index?.placeOf('no such row')).toBeUndefined();
          expect(rows.map((_, place) => index?.digests.at(place))).toEqual(rows.map(({ record }) => record));
        }
      }
    }),
  );
});

test('a row that comes again is told, right behind the first and further on', () => {
  for (const ids of [
    ['a', 'a'],
    ['ї', 'b', 'ї'],
    ['"', '"'],
  ]) {
    const pieces = makeLedger([ids.map((id, i) => makeRow(`${id}-${i}`, null)), []]).toString('utf8');
    const twice = ids.reduce((text, id, i) => text.replace(JSON.stringify(`${id}-${i}`), JSON.stringify(id)), pieces);
    expect(parseLedger(inMemory(Buffer.from(twice)), false)).toEqual({
      problem: `Its line ${ids.length + 1} gives a row a second time.`,
    });
  }
});
