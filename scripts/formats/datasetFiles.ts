// Formats → the names of the files that a published dataset consists of.

import type { Edition } from '../schemas/published.ts';
import { compareCodePoints } from '../values/order.ts';
import type { ReviewContext } from './claimReview.ts';
import { listRowFormats } from './rowFormats.ts';
import { WHOLE_FORMATS } from './wholeFormats.ts';

/** The file with a line a row of every table: its content hash and the release that last changed it. */
export const RECORDS = 'records.jsonl';

/** Paths of an edition's files, sorted. */
export function listDatasetFiles(edition: Edition, context: ReviewContext): string[] {
  const whole = WHOLE_FORMATS.filter(({ editions }) => editions.includes(edition));
  const written = [...listRowFormats(edition, context), ...whole].map(({ path }) => path);
  const records = edition === 'public' ? [RECORDS] : [];
  return [...written, ...records, 'manifest.json', 'SHA256SUMS'].sort(compareCodePoints);
}
