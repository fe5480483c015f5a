import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { addRow, findRow, type KnownRow, openKnownRows, versionOfRow } from '../../scripts/release/knownRows.ts';
import fc from '../property.ts';

const digest = (text: string) => hash('sha256', text, 'hex');
const VERSIONS = ['1.0.0', '1.1.0', '2.0.0'];
const TABLES = ['claims', 'evidence'];

test('a table of rows answers as a map of their digests does', () => {
  const known: fc.Arbitrary<KnownRow> = fc.record({
    version: fc.constantFrom(...VERSIONS),
    table: fc.constantFrom(...TABLES),
    place: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), known), { maxLength: 80 }), (rows) => {
      const table = openKnownRows(rows.length, VERSIONS, TABLES);
      const map = new Map<string, KnownRow>();
      for (const [row, about] of rows) {
        addRow(table, digest(`${row}`), about);
        map.set(digest(`${row}`), about);
      }
      expect(table.size).toBe(map.size);
      for (let row = 0; row <= 60; row++)
        expect(findRow(table, digest(`${row}`))).toEqual(map.get(digest(`${row}`)) ?? null);
    }),
  );
});

test('rows whose digests begin alike, and one that begins in the last slot, are told apart', () => {
  const alike = [...'0123456789'].map((sign) => `${'f'.repeat(63)}${sign}`);
  const table = openKnownRows(alike.length, ['1.0.0', '1.0.1'], ['claims']);
  for (const [place, record] of alike.entries())
    addRow(table, record, { version: place % 2 === 0 ? '1.0.0' : '1.0.1', table: 'claims', place });
  expect(alike.map((record) => versionOfRow(table, record))).toEqual(
    alike.map((_, i) => (i % 2 === 0 ? '1.0.0' : '1.0.1')),
  );
  expect(versionOfRow(table, 'f'.repeat(64))).toBeNull();
});

test('a table of no rows knows none', () => {
  expect(versionOfRow(openKnownRows(0, [], []), digest('a'))).toBeNull();
});

test('threads look into the same memory', () => {
  expect(structuredClone(openKnownRows(2, ['1.0.0'], TABLES)).slots.buffer).toBeInstanceOf(SharedArrayBuffer);
});
