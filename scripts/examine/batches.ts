// Names of files → groups of neighbours, which stay the same when files come and go elsewhere.
import { basename } from 'node:path';
import { compareCodePoints } from '../values/order.ts';

/** About so many articles make a batch: enough that messages between threads do not count. */
const USUAL = 16;

/**
 * Files by the id that their name says, which is the order of the dataset; then cut where a digest of the name says so.
 */
export function formBatches(files: readonly string[]): string[][] {
  const sorted = files
    .map((file) => ({ file, id: basename(file, '.md') }))
    .sort((a, b) => compareCodePoints(a.id, b.id));
  const batches: string[][] = [];
  let batch: string[] = [];
  for (const { file, id } of sorted) {
    batch.push(file);
    if (digest(id) % USUAL === 0 || batch.length === 4 * USUAL) batches.push(batch);
    else continue;
    batch = [];
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
