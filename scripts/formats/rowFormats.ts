// Rows of an article → its part of every file that lists rows.
import type { TableName } from '../schemas/generated/tables.ts';
import type { ClaimRow } from '../schemas/generated/types.ts';
import { isReviewed, REVIEWS_CLOSING, REVIEWS_OPENING, type ReviewContext, renderClaimReview } from './claimReview.ts';
import { type Edition, listTableFormats, type RowFormat } from './tableFormats.ts';

export type { Edition, RowFormat };

/** What gives the rows of a table in their order, one after the other. */
export type RowSource = (table: TableName) => Iterable<object>;

/** Every file that lists rows, in the order in which they are written. */
export function listRowFormats(edition: Edition, context: ReviewContext): RowFormat[] {
  const formats = listTableFormats(edition);
  return edition === 'public' ? [...formats, claimReviews(context)] : formats;
}

function claimReviews(context: ReviewContext): RowFormat {
  const isKept = (verdict: string) => isReviewed(verdict, context.vocabulary);
  return {
    path: 'claimreview.jsonld',
    table: 'claims',
    opening: REVIEWS_OPENING,
    separator: ',\n',
    closing: REVIEWS_CLOSING,
    countRows: (byVerdict) => [...byVerdict].reduce((sum, [verdict, n]) => sum + (isKept(verdict) ? n : 0), 0),
    render: (rows) =>
      (rows as readonly ClaimRow[])
        .filter(({ verdict }) => isKept(verdict))
        .map((row) => renderClaimReview(row, context))
        .join(',\n'),
  };
}
