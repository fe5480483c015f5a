// What a file of rows is: an opening, rows with a separator between two, a closing.
import type { TableName } from '../schemas/generated/tables.ts';
import type { PublishedTable } from '../schemas/published.ts';

/**
 * How a file of rows is put together: parts rendered one by one and joined are the same bytes as all rows rendered at
 * once.
 */
export interface RowLayout {
  path: string;
  table: TableName;
  opening: string;
  separator: string;
  closing: string;
  /** How many rows stand between opening and closing, or in a part of that. */
  count(body: Uint8Array): number;
}

/** A file of rows, and what its rows look like. formats/bytes/ may write the same bytes in less time. */
export interface RowFormat extends RowLayout {
  /** The text of some rows in their order; '' where the file lists none of them. */
  render(rows: readonly object[]): string;
}

/**
 * Makes the file that a table has in some format; null where it has none. `tables` are all tables of the same edition.
 */
export type TableFormat = (table: PublishedTable, tables: readonly PublishedTable[]) => RowFormat | null;

/** What gives the rows of a table in their order, one after the other. */
export type RowSource = (table: TableName) => Iterable<object>;

const LINE_FEED = 0x0a;

/** Counts lines, for formats that have a row on each; the last may lack its end. */
export function countLines(body: Uint8Array): number {
  let lines = 0;
  let start = 0;
  for (let end = body.indexOf(LINE_FEED); end >= 0; end = body.indexOf(LINE_FEED, start)) {
    lines++;
    start = end + 1;
  }
  return start < body.length ? lines + 1 : lines;
}

/** How many rows a whole file lists; null where it does not begin and end as its format does. */
export function countRows({ opening, closing, count }: RowLayout, file: Uint8Array): number | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const start = Buffer.byteLength(opening);
  const end = bytes.length - Buffer.byteLength(closing);
  if (end < start || bytes.toString('utf8', 0, start) !== opening || bytes.toString('utf8', end) !== closing)
    return null;
  return count(bytes.subarray(start, end));
}
