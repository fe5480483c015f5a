// Rows of a file by their ids: what a map would hold, in less memory.
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { IdList } from '../../scripts/release/idList.ts';
import { RowIndex } from '../../scripts/release/rowIndex.ts';
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
      for (const id of all) expect(list.add(id)).toBe(distinct.indexOf(id));
      expect([...list]).toEqual(distinct);
      expect(list.size).toBe(distinct.length);
      for (const id of [...distinct, other])
        expect(list.placeOf(id)).toBe(distinct.includes(id) ? distinct.indexOf(id) : undefined);
    }),
    { numRuns: 50 },
  );
});

test('so many ids that some have no slot near theirs are all found', () => {
  const list = new IdList();
  const all = Array.from({ length: 60_000 }, (_, i) => `article-${i % 6000}-c${i}`);
  for (const id of all) list.add(id);
  expect(all.every((id, place) => list.placeOf(id) === place && list.at(place) === id)).toBe(true);
  expect(list.placeOf('article-1-c2')).toBeUndefined();
});

test('where an id comes again the later row counts, at the place of the first', () => {
  const index = new RowIndex((number) => ({ id: `row ${number}` }) as SnapshotRow);
  const [a, b, c] = ['a', 'b', 'c'].map((text) => hash('sha256', text, 'hex')) as [string, string, string];
  index.add('one', a, 0);
  index.add('two', b, 1);
  index.add('one', c, 7);
  expect([...index.keys()]).toEqual(['one', 'two']);
  expect([...index.values()].map(({ id }) => id)).toEqual(['row 7', 'row 1']);
  expect([index.recordOf('one'), index.recordOf('two'), index.recordOf('three')]).toEqual([c, b, undefined]);
  expect(index.get('three')).toBeUndefined();
});
