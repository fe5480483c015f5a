// Rows of every table → its Parquet file, in a folder.
import { join } from 'node:path';
import { ParquetTable } from '../formats/parquet.ts';
import type { RowSource } from '../formats/rowFormat.ts';
import { type Measure, MeasuredFile } from '../platform/measuredFile.ts';
import { TABLES } from '../schemas/generated/tables.ts';

/** Writes one table after another into an existing folder; a row group is in memory at a time. */
export async function writeParquetFiles(rowsOf: RowSource, folder: string): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name } of TABLES) {
    const file = new MeasuredFile(join(folder, `${name}.parquet`));
    try {
      const table = new ParquetTable(name, (bytes) => file.write(bytes));
      for (const row of rowsOf(name)) table.add(row);
      table.finish();
    } finally {
      measures.push(await file.close());
    }
  }
  return measures;
}
