// Rows that are those of another state but for some: the same answers as if they were alone.
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { LikeIndex } from '../../scripts/release/likeIndex.ts';
import { RowIndex } from '../../scripts/release/rowIndex.ts';
import type { SnapshotRow } from '../../scripts/release/snapshot.ts';
import fc from '../property.ts';

const load = (number: number) => ({ id: `row ${number}` }) as SnapshotRow;
/** An id and what its row says. */
const row = fc.tuple(
  fc.integer({ min: 0, max: 40 }).map((n) => `c${n}`),
  fc.constantFrom('one', 'another').map((text) => hash('sha256', text, 'hex')),
);

test('answers as an index of the same rows does, in whatever order and however often an id comes', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.array(row, { maxLength: 60 }), (before, rows) => {
      const like = new RowIndex({ row: load });
      for (const [number, [id, record]] of before.entries()) like.add(id, record, number);
      const [alone, index] = [new RowIndex({ row: load }), new LikeIndex(like, load)];
      for (const [number, [id, record]] of rows.entries()) {
        alone.add(id, record, number);
        index.add(id, record, number);
      }
      expect(index.size).toBe(alone.size);
      expect([...index.keys()]).toEqual([...alone.keys()]);
      expect([...index.values()]).toEqual([...alone.values()]);
      for (const id of ['c', ...Array.from({ length: 41 }, (_, n) => `c${n}`)]) {
        const answers = (one: RowIndex | LikeIndex) => [one.has(id), one.placeOf(id), one.recordOf(id), one.get(id)];
        expect(answers(index)).toEqual(answers(alone));
      }
      const differing = (from: RowIndex, to: RowIndex) =>
        [...from.keys()].filter((id) => to.recordOf(id) !== from.recordOf(id));
      for (const one of [alone, index]) {
        expect([...one.unlike(like)]).toEqual(differing(alone, like));
        expect([...like.unlike(one)]).toEqual(differing(like, alone));
      }
    }),
  );
});

test('rows may also be added by their places in the other state', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.array(fc.oneof(row, fc.nat())), (before, rows) => {
      const like = new RowIndex({ row: load });
      for (const [number, [id, record]] of before.entries()) like.add(id, record, number);
      const [byPlace, byId] = [new LikeIndex(like, load), new LikeIndex(like, load)];
      for (const [number, one] of rows.entries()) {
        const place = typeof one === 'number' ? one % like.size : null;
        const [id, record] =
          typeof one === 'number' ? [like.idAt(one % like.size), like.recordAt(one % like.size)] : one;
        if (place === null) byPlace.add(id, record, number);
        else byPlace.addLike(place, number);
        byId.add(id, record, number);
      }
      const answers = (index: LikeIndex) => [...index.keys()].map((id) => [id, index.placeOf(id), index.recordOf(id)]);
      expect(answers(byPlace)).toEqual(answers(byId));
      expect([...byPlace.values()]).toEqual([...byId.values()]);
    }),
  );
});
