// Edition → every file that lists rows.
import type { TableName } from '../schemas/generated/tables.ts';
import { isReviewed, REVIEWS_CLOSING, REVIEWS_OPENING, type ReviewContext } from './claimReview.ts';
import { type Edition, listTableFormats, type RowFormat } from './tableFormats.ts';

export type { Edition, RowFormat };

/** What gives the rows of a table in their order, one after the other. */
export type RowSource = (table: TableName) => Iterable<object>;

/** The file of reviews. */
export const REVIEWS = 'claimreview.jsonld';

/** Every file that lists rows, in the order in which they are written. */
export function listRowFormats(edition: Edition, context: ReviewContext): RowFormat[] {
  const formats = listTableFormats(edition);
  return edition === 'public' ? [...formats, claimReviews(context)] : formats;
}

function claimReviews({ vocabulary }: ReviewContext): RowFormat {
  return {
    path: REVIEWS,
    table: 'claims',
    opening: REVIEWS_OPENING,
    separator: ',\n',
    closing: REVIEWS_CLOSING,
    countRows: (byVerdict) =>
      [...byVerdict].reduce((sum, [verdict, n]) => sum + (isReviewed(verdict, vocabulary) ? n : 0), 0),
  };
}
