// Rows → CSV: UTF-8, comma, LF, RFC 4180 quoting, one header row.
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
  let lines = '';
  for (const row of rows) {
    let line = '';
    for (const { name } of columns) line += `,${csvCell((row as Record<string, unknown>)[name])}`;
    lines += `${line.slice(1)}\n`;
  }
  return lines;
}

// What RFC 4180 wants quoted, and outer spaces, which some readers trim.
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** A value as it stands in CSV. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value) ? value.join('|') : String(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
