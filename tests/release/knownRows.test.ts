import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { DigestList } from '../../scripts/release/digestList.ts';
import {
  collectKnownRows,
  type DigestedTable,
  findRow,
  type KnownRow,
  NO_ROWS,
  versionOfRow,
} from '../../scripts/release/knownRows.ts';
import fc from '../property.ts';

const digest = (text: string) => hash('sha256', text, 'hex');

function toTable(name: string, records: readonly string[]): DigestedTable {
  const digests = new DigestList();
  for (const [place, record] of records.entries()) digests.set(place, record);
  return { name, rows: { size: records.length, digests } };
}

/** Rows of some tables, each by a number that its digest is made of. */
const release = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }), { minLength: 1, maxLength: 4 });

test('tables of rows, release after release, answer as a map of their digests does', () => {
  fc.assert(
    fc.property(fc.array(release, { maxLength: 4 }), (releases) => {
      let known = NO_ROWS;
      let map = new Map<string, KnownRow>();
      for (const [i, tables] of releases.entries()) {
        const version = `${i + 1}.0.0`;
        const before = map;
        map = new Map();
        for (const [t, rows] of tables.entries())
          for (const [place, row] of rows.entries()) {
            const since = before.get(digest(`${row}`))?.version ?? version;
            map.set(digest(`${row}`), { version: since, table: `table ${t}`, place });
          }
        const read = tables.map((rows, t) =>
          toTable(
            `table ${t}`,
            rows.map((row) => digest(`${row}`)),
          ),
        );
        known = collectKnownRows(version, read, known);
      }
      expect(known.size).toBe(map.size);
      for (let row = 0; row <= 60; row++)
        expect(findRow(known, digest(`${row}`))).toEqual(map.get(digest(`${row}`)) ?? null);
    }),
  );
});

test('rows whose digests begin alike, and one that begins in the last slot, are told apart', () => {
  const alike = [...'0123456789'].map((sign) => `${'f'.repeat(63)}${sign}`);
  const known = collectKnownRows('1.0.0', [toTable('claims', alike)], NO_ROWS);
  expect(alike.map((record) => findRow(known, record)?.place)).toEqual([...alike.keys()]);
  expect(versionOfRow(known, 'f'.repeat(64))).toBeNull();
});

test('rows of several blocks are found', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => digest(`${i}`));
  const known = collectKnownRows('1.0.0', [toTable('claims', ['0'.repeat(64)]), toTable('evidence', many)], NO_ROWS);
  expect(many.every((record, place) => findRow(known, record)?.place === place)).toBe(true);
});

test('where there are no rows none is known', () => {
  expect(versionOfRow(NO_ROWS, digest('a'))).toBeNull();
  expect(versionOfRow(collectKnownRows('1.0.0', [], NO_ROWS), digest('a'))).toBeNull();
});

test('threads look into the same memory', () => {
  const { slots, since, tables } = structuredClone(
    collectKnownRows('1.0.0', [toTable('claims', [digest('a')])], NO_ROWS),
  );
  for (const { buffer } of [slots, since, ...(tables[0]?.digests ?? [])])
    expect(buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(tables[0]?.digests).toHaveLength(1);
});
