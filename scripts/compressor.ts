// Bytes, as messages → the gzip of each.
import { gzip } from './formats/gzip.ts';
import { createSweeper } from './platform/heap.ts';
import { serveTasks } from './platform/workers.ts';

const sweep = createSweeper();

serveTasks<null, Uint8Array, never, Uint8Array>(
  () => ({
    run: (bytes) => {
      const packed = gzip(bytes);
      sweep();
      return packed;
    },
    hear: () => {},
  }),
  () => [],
);
