// Groups of files with their sizes → runs of neighbours of about equal size, one for each shard.
import { formBatches } from '../examine/batches.ts';

/** The `shard`-th of `shards`, counted from 1. */
export interface ShardNumber {
  shard: number;
  shards: number;
}

/** What is known of an article file before it is read. */
export type Sized = readonly [file: string, bytes: number];

/** The files of each shard, by the groups that parts are made of. */
export function cutFiles(files: readonly Sized[], shards: number): (readonly string[])[][] {
  const sizes = new Map(files);
  return cutShards(formBatches(files.map(([file]) => file)), (file) => sizes.get(file) ?? 0, shards);
}

/**
 * Cuts batches into as many shards as are wanted, by the bytes of their files: a shard has the batches whose middle
 * lies in its share of all bytes. Where there are more shards than batches some have none.
 */
export function cutShards(
  batches: readonly (readonly string[])[],
  sizeOf: (file: string) => number,
  shards: number,
): (readonly string[])[][] {
  const sizes = batches.map((files) => files.reduce((sum, file) => sum + sizeOf(file), 0));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const cut: (readonly string[])[][] = Array.from({ length: shards }, () => []);
  let before = 0;
  for (const [i, files] of batches.entries()) {
    const size = sizes[i] as number;
    // Files without a byte still have a place.
    const share = all === 0 ? 0 : (before + size / 2) / all;
    cut[Math.min(shards - 1, Math.floor(share * shards))]?.push(files);
    before += size;
  }
  return cut;
}
