// Rows → the CSV, JSON Lines and JSON files of their table.
import { type Column, TABLES, type Table, type TableName } from '../schemas/generated/tables.ts';
import { csvHeader, csvRows } from './csv.ts';
import { jsonRenderer } from './json.ts';

export type Edition = 'public' | 'private';

/** A file that is an opening, rows joined by a separator, and a closing: parts rendered one by one and joined are the same bytes as all rows rendered at once. */
export interface RowFormat {
  path: string;
  table: TableName;
  opening: string;
  separator: string;
  closing: string;
  /** The path of a file of JSON Lines that lists the very same objects, so that its lines need only be joined otherwise. */
  sameAs?: string;
  /** How many rows the file lists where it leaves some out; given how many claims have each verdict. */
  countRows?(byVerdict: ReadonlyMap<string, number>): number;
}

/** A file of rows of which `render` gives the text of some, in order. A build writes the same bytes without making texts of them: see rowBytes.ts. */
export interface TableFormat extends RowFormat {
  render(rows: readonly object[]): string;
}

/** The files of every table, in the order in which they are written. */
export function listTableFormats(edition: Edition): TableFormat[] {
  return TABLES.flatMap((table) => formatsOf(table, edition));
}

function formatsOf(table: Table, edition: Edition): TableFormat[] {
  const { name } = table;
  const columns: Column[] = table.columns.filter((column) => edition === 'private' || !column.private);
  const json = jsonRenderer(table, edition === 'private');
  const formats: TableFormat[] = [
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
      sameAs: `${name}.jsonl`,
      render: (rows) => rows.map(json).join(',\n'),
    });
  }
  return formats;
}
