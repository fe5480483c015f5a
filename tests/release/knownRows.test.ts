import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { addRow, openKnownRows, versionOfRow } from '../../scripts/release/knownRows.ts';
import fc from '../property.ts';

const digest = (text: string) => hash('sha256', text, 'hex');

test('a table of rows answers as a map of their digests does', () => {
  const versions = ['1.0.0', '1.1.0', '2.0.0'];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(...versions)), { maxLength: 80 }),
      (rows) => {
        const table = openKnownRows(rows.length, versions);
        const map = new Map<string, string>();
        for (const [row, version] of rows) {
          addRow(table, digest(`${row}`), version);
          map.set(digest(`${row}`), version);
        }
        expect(table.size).toBe(map.size);
        for (let row = 0; row <= 60; row++)
          expect(versionOfRow(table, digest(`${row}`))).toBe(map.get(digest(`${row}`)) ?? null);
      },
    ),
  );
});

test('rows whose digests begin alike, and one that begins in the last slot, are told apart', () => {
  const alike = [...'0123456789'].map((sign) => `${'f'.repeat(63)}${sign}`);
  const table = openKnownRows(alike.length, ['1.0.0', '1.0.1']);
  for (const [i, record] of alike.entries()) addRow(table, record, i % 2 === 0 ? '1.0.0' : '1.0.1');
  expect(alike.map((record) => versionOfRow(table, record))).toEqual(
    alike.map((_, i) => (i % 2 === 0 ? '1.0.0' : '1.0.1')),
  );
  expect(versionOfRow(table, 'f'.repeat(64))).toBeNull();
});

test('a table of no rows knows none', () => {
  expect(versionOfRow(openKnownRows(0, []), digest('a'))).toBeNull();
});

test('threads look into the same memory', () => {
  expect(structuredClone(openKnownRows(2, ['1.0.0'])).slots.buffer).toBeInstanceOf(SharedArrayBuffer);
});
