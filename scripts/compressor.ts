// Bytes, as messages → the gzip of each.
import { gzip } from './formats/gzip.ts';
import { serveTasks } from './platform/workers.ts';

serveTasks<null, Uint8Array, never, Uint8Array>(
  () => ({ run: (bytes) => gzip(bytes), hear: () => {} }),
  () => [],
);
