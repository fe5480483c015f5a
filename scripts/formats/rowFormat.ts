// What a file of rows is: an opening, rows with a separator between two, a closing.
import type { TableName } from '../schemas/generated/tables.ts';
import type { PublishedTable } from '../schemas/published.ts';
import type { ReadableFile } from './readableFile.ts';

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
  /**
   * The file that has the very rows of this one, a line each: parts hold them once, and this file is made of them where
   * parts are joined.
   */
  linesOf?: string;
  /** How many rows stand between opening and closing, or in a part of that, given piece by piece. */
  count(body: Iterable<Uint8Array>): number;
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
export function countLines(body: Iterable<Uint8Array>): number {
  let lines = 0;
  let isOpen = false;
  for (const piece of body) {
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      lines++;
      start = end + 1;
    }
    if (piece.length > 0) isOpen = start < piece.length;
  }
  return isOpen ? lines + 1 : lines;
}

/** How many rows a whole file lists; null where it does not begin and end as its format does. */
export function countRows({ opening, closing, count }: RowLayout, file: ReadableFile): number | null {
  const start = Buffer.byteLength(opening);
  const end = file.size - Buffer.byteLength(closing);
  const isThere = (text: string, from: number) =>
    Buffer.from(text).equals(file.piece(from, from + Buffer.byteLength(text)));
  return end >= start && isThere(opening, 0) && isThere(closing, end) ? count(between(file, start, end)) : null;
}

/** The bytes of a file from one offset up to another. */
function* between(file: ReadableFile, from: number, to: number): Generator<Uint8Array> {
  let at = 0;
  for (const piece of file.pieces()) {
    yield piece.subarray(Math.max(0, from - at), Math.max(0, to - at));
    at += piece.length;
  }
}
