// Rows → CSV: UTF-8, comma, LF, RFC 4180 quoting, one header row.
import { stringify } from 'csv-stringify/sync';
import type { Column } from '../schemas/generated/tables.ts';

/** The header line. */
export function csvHeader(columns: readonly Column[]): string {
  return `${columns.map(({ name }) => name).join(',')}\n`;
}

/**
 * Rows as CSV lines, each ended by LF. Null and the empty list are empty cells, lists are joined by `|`, booleans read `true` and `false`.
 * What is in the data is in the cell: nothing is escaped for spreadsheets.
 */
export function csvRows(columns: readonly Column[], rows: readonly object[]): string {
  if (rows.length === 0) return '';
  return stringify(
    rows.map((row) => columns.map(({ name }) => toCell((row as Record<string, unknown>)[name]))),
    // csv-stringify leaves a lone CR and outer spaces unquoted, which other readers take for a line end or trim.
    { record_delimiter: '\n', quoted_match: /\r|^\s|\s$/ },
  );
}

function toCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join('|') : String(value);
}
