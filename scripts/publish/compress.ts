// Blocks of an archive → members of a gzip file, on as many threads as are worth it.
import { countCores, entryOf, inOrder, Pool } from '../platform/workers.ts';
import { type Compress, compressHere, loadPacker } from '../release/archive.ts';
import type { ReleaseFiles } from '../release/releaseFiles.ts';

/** So many bytes are worth threads of their own. */
const WORTH_THREADS = 32 * 1024 * 1024;

/** How some files are best compressed. The bytes do not depend on it. */
export function compressorFor(files: ReleaseFiles): Compress {
  const size = [...files.values()].reduce((sum, file) => sum + file.size, 0);
  const threads = countCores();
  return size < WORTH_THREADS || threads < 2 ? compressHere : compressOn(threads);
}

/** A block that is packed with what is left to do for each thread besides, so that none waits. */
const AT_ONCE = 2;

/** On this thread, which would only wait for the others, and on others: each of them takes some 50 MB of memory. */
function compressOn(threads: number): Compress {
  return async function* (blocks, release) {
    const others = threads - 1;
    const pool = new Pool<Uint8Array, never, Uint8Array>(entryOf('compressor'), others, null);
    const pack = await loadPacker();
    let given = 0;
    const run = async (block: Uint8Array) => {
      if (given === AT_ONCE * others) return { block, member: pack(block) };
      given++;
      const member = await pool.run(block);
      given--;
      return { block, member };
    };
    try {
      for await (const { block, member } of inOrder(blocks, AT_ONCE * threads, run)) {
        yield member;
        release(block);
      }
    } finally {
      await pool.close();
    }
  };
}
