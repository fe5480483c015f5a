// A dataset's folder and a table → the table's rows, one after another, from its JSON Lines.
import { join } from 'node:path';
import { readPieces } from '../platform/measuredFile.ts';
import { splitLines } from '../release/splitLines.ts';
import type { TableName } from '../schemas/generated/tables.ts';

/** Reads the rows of a dataset that the program has built; one row at a time is in memory. */
export function* streamRows(folder: string, table: TableName): Generator<object> {
  for (const line of splitLines(readPieces(join(folder, `${table}.jsonl`))))
    yield JSON.parse(line.toString('utf8')) as object;
}
