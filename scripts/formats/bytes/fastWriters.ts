// Cells → the files whose bytes are copied together from them, which costs less than making texts.
import type { ExtraFields } from '../../schemas/extra.ts';
import type { TableName } from '../../schemas/generated/tables.ts';
import { type Edition, listPublished } from '../../schemas/published.ts';
import { REVIEWS, type ReviewContext } from '../claimReview.ts';
import { csvWriter } from './csvBytes.ts';
import { ObjectWriter } from './jsonBytes.ts';
import { ReviewWriter } from './reviewBytes.ts';
import type { TableCells, TableRows } from './tableCells.ts';

/** Writes the rows that are loaded into one file. Gives how many rows that file lists of them. */
export type RowWriter = (rows: TableRows) => number;

/**
 * Writers by the path of their file, in an order in which all of it can be done: what is nested is written before what
 * nests it.
 */
export function listFastWriters(cells: TableCells, edition: Edition, context: ReviewContext): Map<string, RowWriter> {
  const writers = listTableWriters(cells, edition, context.settings.extra);
  const reviews = new ReviewWriter(cells.tables, context);
  return writers.set(REVIEWS.path, (rows) => reviews.write(rows));
}

/** The same of the files that tables have. */
export function listTableWriters({ tables }: TableCells, edition: Edition, extra: ExtraFields): Map<string, RowWriter> {
  const writers = new Map<string, RowWriter>();
  const objects = new Map<TableName | null, ObjectWriter>();
  for (const table of listPublished(edition, extra).sort((a, b) => a.nested.length - b.nested.length)) {
    const { name } = table;
    const writeCsv = csvWriter(table, tables[name]);
    const writer = new ObjectWriter(table, tables[name], objects);
    objects.set(name, writer);
    const counted = (write: (listed: readonly object[]) => void) => (rows: TableRows) => {
      write(rows[name] ?? []);
      return rows[name]?.length ?? 0;
    };
    writers.set(`${name}.csv`, counted(writeCsv));
    writers.set(
      `${name}.jsonl`,
      counted((rows) => writer.write(rows)),
    );
  }
  return writers;
}
