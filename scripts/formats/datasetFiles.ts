// Formats → the names of the files that a published dataset consists of.
import { compareCodePoints } from '../values/order.ts';
import { listRowFormats } from './rowFormats.ts';
import { WHOLE_FORMATS } from './wholeFormats.ts';

/** The file with a line a row of every table: its content hash and the release that last changed it. */
export const RECORDS = 'records.jsonl';

/** Paths of the public edition's files, sorted. */
export function listDatasetFiles(): string[] {
  const whole = WHOLE_FORMATS.filter(({ editions }) => editions.includes('public'));
  const written = [...listRowFormats('public'), ...whole].map(({ path }) => path);
  return [...written, RECORDS, 'manifest.json', 'SHA256SUMS'].sort(compareCodePoints);
}
