// Head of a dataset and its rows → an SQLite database, and its description for Datasette, in a folder.
import { join } from 'node:path';
import { listAbout } from '../formats/about.ts';
import { listTableFacts, type TableFacts } from '../formats/columnFacts.ts';
import { type DatabaseHead, renderDatasetteMetadata } from '../formats/datasetteMetadata.ts';
import type { RowSource } from '../formats/rowFormat.ts';
import { cellsOf, createIndexes, createTables, insertInto } from '../formats/sqlite.ts';
import { writeFiles } from '../platform/folderFiles.ts';
import { type Measure, measureFile } from '../platform/measuredFile.ts';
import { SqliteFile, type SqlValue } from '../platform/sqliteFile.ts';

/**
 * Writes into an existing folder that holds neither file; a row is in memory at a time. Only public columns are
 * written.
 */
export async function writeSqlite(
  head: DatabaseHead,
  rowsOf: RowSource,
  folder: string,
): Promise<Pick<Measure, 'bytes'>[]> {
  const path = join(folder, `${head.database}.sqlite`);
  writeDatabase(path, head, rowsOf);
  const metadata = renderDatasetteMetadata(head, listTableFacts(head.settings.extra));
  await writeFiles(folder, new Map([['metadata.json', metadata]]));
  return [measureFile(path), { bytes: Buffer.byteLength(metadata) }];
}

/** Writes the database alone. */
export function writeDatabase(path: string, head: DatabaseHead, rowsOf: RowSource): void {
  const tables = listTableFacts(head.settings.extra);
  const file = new SqliteFile(path);
  try {
    file.execute(createTables(tables));
    file.insert('INSERT INTO about VALUES (?, ?)', listAbout(head));
    for (const table of tables) file.insert(insertInto(table), listCells(table, rowsOf));
    file.execute(createIndexes(tables, head.settings.labelsLanguage));
    file.finish();
  } finally {
    file.close();
  }
}

function* listCells(table: TableFacts, rowsOf: RowSource): Generator<SqlValue[]> {
  for (const row of rowsOf(table.name)) yield cellsOf(table, row);
}
