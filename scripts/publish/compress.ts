// Blocks of bytes → the gzip of each, on as many threads as are worth it; the bytes do not depend on it.
import type { Block, PackBlocks } from '../explorer/buildExplorer.ts';
import { type Compress, gzip } from '../formats/gzip.ts';
import { createSweeper } from '../platform/heap.ts';
import { countCores, entryOf, inOrder, Pool } from '../platform/workers.ts';

/** Packs blocks of an archive. */
export const compress: Compress = async function* (blocks, release) {
  for await (const { item, packed } of packInOrder(blocks, (block) => block)) {
    yield packed;
    release(item);
  }
};

/** Packs the data of the explorer's page. */
export const packBlocks: PackBlocks = async function* (blocks) {
  for await (const { item, packed } of packInOrder(blocks, (block: Block) => block.bytes))
    yield { id: item.id, bytes: packed };
};

/** So many bytes are packed before a thread has started. */
const WORTH_A_THREAD = 16 * 1024 * 1024;
/** So many items are begun at a time for each thread, so that none waits. */
const AT_ONCE = 2;

/** On this thread, which would only wait for the others, and on others: each of them takes some 50 MB of memory. */
async function* packInOrder<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  bytesOf: (item: Item) => Uint8Array,
): AsyncGenerator<{ item: Item; packed: Uint8Array }> {
  const others = countCores() - 1;
  let pool: Pool<Uint8Array, never, Uint8Array> | null = null;
  const sweep = createSweeper();
  let seen = 0;
  let given = 0;
  const run = async (item: Item) => {
    const bytes = bytesOf(item);
    seen += bytes.length;
    if (seen < WORTH_A_THREAD || given === AT_ONCE * others) {
      const packed = gzip(bytes);
      sweep();
      return { item, packed };
    }
    pool ??= new Pool(entryOf('compressor'), others, null);
    given++;
    const packed = await pool.run(bytes);
    given--;
    return { item, packed };
  };
  try {
    yield* inOrder(items, AT_ONCE * (others + 1), run);
  } finally {
    await (pool as Pool<Uint8Array, never, Uint8Array> | null)?.close();
  }
}
