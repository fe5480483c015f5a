// Rows of a published table ↔ its CSV, JSON Lines and JSON.
import { TABLES, type TableName } from '../schemas/generated/tables.ts';

export type Edition = 'public' | 'private';

/** A row as a program meets it before it knows the table: column → value. */
export type Row = Readonly<Record<string, unknown>>;

/** Columns of a table in the order of the schema, with those that only a private edition has where it is one. */
export function listColumns(table: TableName, edition: Edition): string[] {
  return findTable(table)
    .columns.filter((column) => !column.private || edition === 'private')
    .map((column) => column.name);
}

/** What JSON nests in a row behind its columns. */
export function listNested(table: TableName): readonly string[] {
  return findTable(table).nested;
}

/** Writes CSV as the data model says: comma, LF, RFC 4180 quoting, lists joined by `|`, null as an empty cell. */
export function writeCsv(columns: readonly string[], rows: Iterable<Row>): string {
  const lines = [columns.map(quoteCell).join(',')];
  for (const row of rows) lines.push(columns.map((column) => quoteCell(cellText(row[column]))).join(','));
  return `${lines.join('\n')}\n`;
}

/** Writes one object a line. */
export function writeJsonLines(rows: Iterable<Row>): string {
  let text = '';
  for (const row of rows) text += `${JSON.stringify(row)}\n`;
  return text;
}

/** Reads the records of a CSV file into rows with the types that the schema gives the columns. */
export function typeRecords<T>(table: TableName, records: readonly Record<string, string>[]): T[] {
  const columns = new Map(findTable(table).columns.map((column) => [column.name, column]));
  return records.map((record) => {
    const row: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(record)) {
      const type = columns.get(name)?.type ?? 'string';
      if (type === 'list') row[name] = text === '' ? [] : text.split('|');
      else if (text === '') row[name] = null;
      else if (type === 'integer' || type === 'number') row[name] = Number(text);
      else row[name] = type === 'boolean' ? text === 'true' : text;
    }
    return row as T;
  });
}

function findTable(name: TableName) {
  const table = TABLES.find((candidate) => candidate.name === name);
  if (!table) throw new Error(`There is no table ${name}.`);
  return table;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join('|') : String(value);
}

function quoteCell(text: string): string {
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
