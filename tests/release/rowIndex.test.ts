// Rows of a file by their ids: what a map would hold, in less memory.
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inMemory } from '../../scripts/formats/readableFile.ts';
import { RunColumn } from '../../scripts/release/column.ts';
import { IdList } from '../../scripts/release/idList.ts';
import { LineReader, Lines, RowIndex } from '../../scripts/release/rowIndex.ts';
import type { SnapshotRow } from '../../scripts/release/snapshot.ts';
import fc from '../property.ts';

/** Ids as they are and as no file of ours has them: beyond Latin-1, empty, with halves of characters. */
const ids = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map((n) => `article-2024-c${n}`),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom('', 'ÿ', 'Ā', 'подія', '\ud800', '\udfff', '�', 'y'.repeat(255), 'z'.repeat(256)),
);

test('ids have the places of a list without those that come again', () => {
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 800 }), ids, (all, other) => {
      const list = new IdList();
      const distinct = [...new Set(all)];
      const reading = new IdList((place) => distinct[place] as string);
      for (const ids of [list, reading]) {
        for (const id of all) expect(ids.add(id)).toBe(distinct.indexOf(id));
        expect([...ids]).toEqual(distinct);
        expect(ids.size).toBe(distinct.length);
        for (const id of [...distinct, other])
          expect(ids.placeOf(id)).toBe(distinct.includes(id) ? distinct.indexOf(id) : undefined);
      }
    }),
    { numRuns: 50 },
  );
});

test('so many ids that some have no slot near theirs are all found', () => {
  const all = Array.from({ length: 60_000 }, (_, i) => `article-${i % 6000}-c${i}`);
  for (const list of [new IdList(), new IdList((place) => all[place] as string)]) {
    for (const id of all) list.add(id);
    expect(all.every((id, place) => list.placeOf(id) === place && list.at(place) === id)).toBe(true);
    expect(list.placeOf('article-1-c2')).toBeUndefined();
  }
});

test('where an id comes again the later row counts, at the place of the first', () => {
  const index = new RowIndex({ row: (number) => ({ id: `row ${number}` }) as SnapshotRow });
  const [a, b, c] = ['a', 'b', 'c'].map((text) => hash('sha256', text, 'hex')) as [string, string, string];
  index.add('one', a, 0);
  index.add('two', b, 1);
  index.add('one', c, 7);
  expect([...index.keys()]).toEqual(['one', 'two']);
  expect([...index.values()].map(({ id }) => id)).toEqual(['row 7', 'row 1']);
  expect([index.recordOf('one'), index.recordOf('two'), index.recordOf('three')]).toEqual([c, b, undefined]);
  expect(index.get('three')).toBeUndefined();
});

test('a column of numbers that go on for a while holds them as a list does', () => {
  const run = fc.record({
    at: fc.integer({ min: 0, max: 40_000 }),
    length: fc.integer({ min: 1, max: 40 }),
    first: fc.integer({ min: 0, max: 1000 }),
    step: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 20 }), (runs) => {
      const column = new RunColumn();
      const list = new Map<number, number>();
      for (const { at, length, first, step } of runs)
        for (let i = 0; i < length; i++) {
          column.set(at + i, first + i * step);
          list.set(at + i, first + i * step);
        }
      for (const { at } of runs)
        for (let place = at; place < at + 60; place++) expect(column.get(place)).toBe(list.get(place) ?? 0);
    }),
    { numRuns: 50 },
  );
});

test('numbers that go on through several blocks, and one that does not', () => {
  const column = new RunColumn();
  for (let place = 0; place < 40_000; place++) column.set(place, 2 * place + 5);
  column.set(20_000, 7);
  const found = Array.from({ length: 40_000 }, (_, place) => column.get(place));
  expect(found).toEqual(found.map((_, place) => (place === 20_000 ? 7 : 2 * place + 5)));
  expect(column.get(40_000)).toBe(0);
});

test('lines are read in any order, also long ones and empty ones', () => {
  const line = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 5 }), fc.constant('ї'.repeat(50_000)));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), fc.infiniteStream(fc.nat()), (texts, order) => {
      const all = texts.map((text) => `${text.replaceAll('\n', '')}\n`);
      const lines = new Lines(inPieces(Buffer.from(all.join(''))));
      let at = 0;
      for (const text of all) {
        lines.add(at);
        at += Buffer.byteLength(text);
      }
      lines.add(at);
      const reader = new LineReader(lines);
      for (let number = 0; number < all.length; number++) expect(reader.read(number)).toBe(all[number]);
      for (const number of order.take(60)) expect(reader.read(number % all.length)).toBe(all[number % all.length]);
    }),
    { numRuns: 50 },
  );
});

/** A file whose pieces stand in the memory that is given, as those from a disk do. */
function inPieces(bytes: Uint8Array): ReturnType<typeof inMemory> {
  const piece = (from: number, to: number, memory = new Uint8Array(0)) => {
    const room = memory.length < to - from ? new Uint8Array(to - from) : memory.subarray(0, to - from);
    room.set(bytes.subarray(from, to));
    return room;
  };
  return { ...inMemory(bytes), piece };
}
