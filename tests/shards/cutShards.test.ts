// Shards are runs of neighbours of about equal size, and every file is in one of them.

import { expect, test } from 'vitest';
import { cutFiles, cutShards, type Sized } from '../../scripts/shards/cutShards.ts';
import fc from '../property.ts';

test('shards are cut by bytes, not by numbers', () => {
  const sizes: Record<string, number> = { a: 900, b: 100, c: 100, d: 100, e: 600 };
  expect(
    cutShards(
      Object.keys(sizes).map((name) => [name]),
      (name) => sizes[name] ?? 0,
      2,
    ),
  ).toEqual([[['a']], [['b'], ['c'], ['d'], ['e']]]);
});

test('more shards than batches: the others have none', () => {
  expect(cutShards([['a'], ['b']], () => 10, 4)).toEqual([[], [['a']], [], [['b']]]);
});

test('files without a byte still have a place', () => {
  expect(cutShards([['a'], ['b']], () => 0, 3)).toEqual([[['a'], ['b']], [], []]);
});

test('every file is in one shard, in the order of ids, and a shard cuts no batch', () => {
  const files = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.nat(5000)), {
    selector: ([name]) => name,
  });
  fc.assert(
    fc.property(files, fc.integer({ min: 1, max: 70 }), (named, shards) => {
      const sized: Sized[] = named.map(([name, bytes]) => [`${name}.md`, bytes]);
      const cut = cutFiles(sized, shards);
      expect(cut).toHaveLength(shards);
      expect(cut.flat()).toEqual(cutFiles(sized, 1).flat());
    }),
  );
});
