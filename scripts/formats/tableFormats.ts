// Rows → the CSV, JSON Lines and JSON files of their table.
import { type Column, TABLES, type Table, type TableName } from '../schemas/generated/tables.ts';
import { csvHeader, csvRows } from './csv.ts';
import { jsonRenderer } from './json.ts';

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
  /** The path of a file of JSON Lines that lists the very same objects, so that this one's bytes need not be made: its lines are joined otherwise. */
  sameAs?: string;
  /** How many rows the file lists where it leaves some out; given how many claims have each verdict. */
  countRows?(byVerdict: ReadonlyMap<string, number>): number;
}

/** The files of every table, in the order in which they are written. */
export function listTableFormats(edition: Edition): RowFormat[] {
  return TABLES.flatMap((table) => formatsOf(table, edition));
}

function formatsOf(table: Table, edition: Edition): RowFormat[] {
  const { name } = table;
  const columns: Column[] = table.columns.filter((column) => edition === 'private' || !column.private);
  const json = jsonRenderer(table, edition === 'private');
  // Two files list the same objects: those of one article are rendered once.
  let last: { rows: readonly object[]; lines: string[] } | undefined;
  const jsonLines = (rows: readonly object[]) => {
    if (last?.rows !== rows) last = { rows, lines: rows.map(json) };
    return last.lines;
  };
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
      render: (rows) => (rows.length === 0 ? '' : `${jsonLines(rows).join('\n')}\n`),
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
      render: (rows) => jsonLines(rows).join(',\n'),
    });
  }
  return formats;
}
