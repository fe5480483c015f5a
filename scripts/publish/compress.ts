// Blocks of an archive → members of a gzip file, on as many threads as are worth it.
import { countCores, entryOf, inOrder, Pool } from '../platform/workers.ts';
import { type Compress, compressHere } from '../release/archive.ts';
import type { ReleaseFiles } from '../release/releaseFiles.ts';

/** So many bytes are worth threads of their own. */
const WORTH_THREADS = 32 * 1024 * 1024;

/** How some files are best compressed. The bytes do not depend on it. */
export function compressorFor(files: ReleaseFiles): Compress {
  const size = [...files.values()].reduce((sum, file) => sum + file.size, 0);
  const threads = countCores();
  return size < WORTH_THREADS || threads < 2 ? compressHere : (blocks) => compressOnThreads(blocks, threads);
}

async function* compressOnThreads(blocks: AsyncIterable<Uint8Array>, threads: number): AsyncGenerator<Uint8Array> {
  const pool = new Pool<Uint8Array, never, Uint8Array>(entryOf('compressor'), threads, null);
  try {
    yield* inOrder(blocks, 2 * threads, (block) => pool.run(block));
  } finally {
    await pool.close();
  }
}
