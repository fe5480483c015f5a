// Rows → CSV: UTF-8, comma, LF, RFC 4180 quoting, one header row. csv-stringify says what that is.
import { type Options, stringify } from 'csv-stringify/sync';
import type { RowFormat, TableFormat } from './rowFormat.ts';

/** Outer spaces are quoted, since some readers trim them. */
export const OUTER_SPACE = /^\s|\s$/;

/**
 * Null and the empty list are empty cells, lists are joined by `|`, booleans read `true` and `false`. What is in the
 * data is in the cell: nothing is
 * escaped for spreadsheets.
 */
const OPTIONS: Options = {
  record_delimiter: '\n',
  // Some readers take a lone CR for the end of a line.
  quoted_match: [OUTER_SPACE, /\r/],
  cast: { boolean: String, object: (value) => (Array.isArray(value) ? value.join('|') : '') },
};

/** The header line. */
export function csvHeader(columns: readonly string[]): string {
  return stringify([columns], OPTIONS);
}

/** Rows as CSV records, each ended by LF. */
export function csvRows(columns: readonly string[], rows: readonly object[]): string {
  return rows.length === 0 ? '' : stringify([...rows], { ...OPTIONS, columns });
}

/** A value as it stands in CSV. */
export function csvCell(value: unknown): string {
  return stringify([[value]], OPTIONS).slice(0, -1);
}

/** `claims.csv` and its like. */
export const csvFormat: TableFormat = ({ name, columns }): RowFormat => {
  const names = columns.map((column) => column.name);
  return {
    path: `${name}.csv`,
    table: name,
    opening: csvHeader(names),
    separator: '',
    closing: '',
    render: (rows) => csvRows(names, rows),
    count: countRecords,
  };
};

const LINE_FEED = 0x0a;
const QUOTE = 0x22;

/** Counts line ends that stand outside of quotation marks. */
function countRecords(body: Iterable<Uint8Array>): number {
  let records = 0;
  let isQuoted = false;
  for (const piece of body) {
    for (const byte of piece) {
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === LINE_FEED && !isQuoted) records++;
    }
  }
  return records;
}
