// Edition → every file that lists rows.
import type { Edition, PublishedTable } from '../schemas/published.ts';
import { claimReviews, REVIEWS, type ReviewContext } from './claimReview.ts';
import { hasPairs, PAIRS, pairsFormat } from './pairs.ts';
import type { RowFormat, RowLayout } from './rowFormat.ts';
import { formatsOf, listTableFormats } from './tableFormats.ts';

/** Every file that lists rows, in the order in which they are written. */
export function listRowFormats(edition: Edition, context: ReviewContext): RowFormat[] {
  const ofTables = listTableFormats(edition, context.settings.extra);
  if (edition !== 'public') return refuseTwice(ofTables);
  return refuseTwice([...ofTables, claimReviews(context), ...(hasPairs(context.vocabulary) ? [pairsFormat] : [])]);
}

/** Throws where two formats write one file: the rows of both would stand in it. */
function refuseTwice(formats: RowFormat[]): RowFormat[] {
  const paths = new Set<string>();
  for (const { path } of formats) {
    if (paths.has(path)) throw new Error(`${path} is listed twice.`);
    paths.add(path);
  }
  return formats;
}

/** How the files of some published tables are put together, for those who do not write them. */
export function listRowLayouts(tables: readonly PublishedTable[]): RowLayout[] {
  return [...formatsOf(tables), REVIEWS, PAIRS];
}
