// A dataset's folder and a table → the table's rows, one after another, from its JSON Lines.
import { join } from 'node:path';
import { openReadable } from '../platform/readableFiles.ts';
import { streamRows as streamFile } from '../release/readDataset.ts';
import type { TableName } from '../schemas/generated/tables.ts';

/** Reads the rows of a dataset that the program has built; one row at a time is in memory. */
export function streamRows(folder: string, table: TableName): Iterable<object> {
  return streamFile(openReadable(join(folder, `${table}.jsonl`)));
}
