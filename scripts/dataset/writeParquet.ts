// Rows of every table → its Parquet file, and those of each split, in a folder.
import { join } from 'node:path';
import { ParquetTable } from '../formats/parquet.ts';
import type { RowSource } from '../formats/rowFormat.ts';
import { listSplitFiles } from '../formats/splitFiles.ts';
import { ensureFolder } from '../platform/files.ts';
import { type Measure, MeasuredFile } from '../platform/measuredFile.ts';
import type { ExtraFields } from '../schemas/extra.ts';
import { TABLES, type TableName } from '../schemas/generated/tables.ts';
import { streamRows } from './streamRows.ts';

/**
 * Writes one table after another into an existing folder, then the claims of each split where there are several; a row
 * group is in memory at a time.
 */
export async function writeParquetFiles(
  rowsOf: RowSource,
  counts: Parameters<typeof listSplitFiles>[0],
  extra: ExtraFields,
  folder: string,
): Promise<Measure[]> {
  const measures: Measure[] = [];
  const write = async (path: string, name: TableName, rows: Iterable<object>) => {
    const file = new MeasuredFile(join(folder, path));
    try {
      const table = new ParquetTable(name, extra, (bytes) => file.write(bytes));
      for (const row of rows) table.add(row);
      table.finish();
    } finally {
      measures.push(await file.close());
    }
  };
  for (const { name } of TABLES) await write(`${name}.parquet`, name, rowsOf(name));
  for (const { path, split } of listSplitFiles(counts))
    await write(path, 'claims', selectSplit(rowsOf('claims'), split));
  return measures;
}

/** A dataset and a folder for its Parquet files; plain data, so that it passes between threads. */
export interface ParquetWork {
  /** The folder of the dataset. */
  dataset: string;
  counts: Parameters<typeof listSplitFiles>[0];
  extra: ExtraFields;
  /** An existing folder. */
  folder: string;
}

/** Writes the Parquet files of a dataset from its JSON Lines. */
export function writeParquetOf({ dataset, counts, extra, folder }: ParquetWork): Promise<Measure[]> {
  return writeParquetFiles((table) => streamRows(dataset, table), counts, extra, folder);
}

/** So many rows have room in a part unless it is said otherwise: a few dozen megabytes of claims. */
export const PART_ROWS = 100_000;

/**
 * Writes each table as a folder of parts with at most so many rows each, which readers take for one table:
 * `claims/part-00000.parquet`. A table without a row is one part.
 */
export async function writeParquetParts(
  rowsOf: RowSource,
  partRows: number,
  extra: ExtraFields,
  folder: string,
): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name } of TABLES) {
    await ensureFolder(join(folder, name));
    const rows = rowsOf(name)[Symbol.iterator]();
    let next = rows.next();
    for (let part = 0; part === 0 || !next.done; part++) {
      const file = new MeasuredFile(join(folder, name, `part-${String(part).padStart(5, '0')}.parquet`));
      try {
        const table = new ParquetTable(name, extra, (bytes) => file.write(bytes));
        for (let row = 0; row < partRows && !next.done; row++) {
          table.add(next.value);
          next = rows.next();
        }
        table.finish();
      } finally {
        measures.push(await file.close());
      }
    }
  }
  return measures;
}

function* selectSplit(rows: Iterable<object>, split: string): Generator<object> {
  for (const row of rows) if ((row as { split?: unknown }).split === split) yield row;
}
