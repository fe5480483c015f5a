// Blocks of an archive, as messages → the members of a gzip file that each of them gives.
import { serveTasks } from './platform/workers.ts';
import { loadPacker } from './release/archive.ts';

const pack = await loadPacker();
serveTasks<null, Uint8Array, never, Uint8Array>(
  () => ({ run: pack, hear: () => {} }),
  () => [],
);
