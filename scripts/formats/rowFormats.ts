// Rows of an article → its part of every file that lists rows.
import { type Column, TABLES, type Table, type TableName } from '../schemas/generated/tables.ts';
import type { ClaimRow } from '../schemas/generated/types.ts';
import { isReviewed, REVIEWS_CLOSING, REVIEWS_OPENING, type ReviewContext, renderClaimReview } from './claimReview.ts';
import { csvHeader, csvRows } from './csv.ts';
import { jsonRow } from './json.ts';

export type Edition = 'public' | 'private';

/**
 * A file that is an opening, rows, and a closing. `render` gives the text of some rows of the table, in order; parts rendered one by one and joined by
 * `separator` are the same bytes as all rows rendered at once, so that no writer needs to hold them all.
 */
export interface RowFormat {
  path: string;
  table: TableName;
  opening: string;
  separator: string;
  closing: string;
  render(rows: readonly object[]): string;
  /** How many rows the file lists where it leaves some out; given how many claims have each verdict. */
  countRows?(byVerdict: ReadonlyMap<string, number>): number;
}

/** Every file that lists rows, in the order in which they are written. */
export function listRowFormats(edition: Edition, context: ReviewContext): RowFormat[] {
  const formats = TABLES.flatMap((table) => formatsOf(table, edition));
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

function formatsOf(table: Table, edition: Edition): RowFormat[] {
  const { name } = table;
  const columns: Column[] = table.columns.filter((column) => edition === 'private' || !column.private);
  const json = (row: object) => jsonRow(columns, table.nested, row);
  const formats: RowFormat[] = [
    {
      path: `${name}.csv`,
      table: name,
      opening: csvHeader(columns),
      separator: '',
      closing: '',
      render: (rows) => csvRows(columns, rows),
    },
    {
      path: `${name}.jsonl`,
      table: name,
      opening: '',
      separator: '',
      closing: '',
      render: (rows) => rows.map((row) => `${json(row)}\n`).join(''),
    },
  ];
  if (table.nested.length > 0) {
    formats.push({
      path: `${name}.json`,
      table: name,
      opening: '[\n',
      separator: ',\n',
      closing: '\n]\n',
      render: (rows) => rows.map(json).join(',\n'),
    });
  }
  return formats;
}
