// Head of a dataset and its rows → an npm package that holds the data, in a folder.
import { join } from 'node:path';
import { jsonArray } from '../formats/json.ts';
import { DATA_FOLDER, type PackageHead, renderPackage } from '../formats/npmPackage.ts';
import type { RowSource } from '../formats/rowFormat.ts';
import { ensureFolder } from '../platform/files.ts';
import { writeFiles } from '../platform/folderFiles.ts';
import { type Measure, MeasuredFile } from '../platform/measuredFile.ts';
import { listPublished } from '../schemas/published.ts';

/** Writes into an existing folder; of the data a row is in memory at a time. Only public columns are written. */
export async function writePackage(
  head: PackageHead,
  rowsOf: RowSource,
  folder: string,
): Promise<Pick<Measure, 'bytes'>[]> {
  const texts = renderPackage(head);
  await writeFiles(folder, texts);
  await ensureFolder(join(folder, DATA_FOLDER));
  const measures: Pick<Measure, 'bytes'>[] = Array.from(texts.values(), (text) => ({ bytes: Buffer.byteLength(text) }));
  const tables = listPublished('public', head.settings.extra);
  for (const table of tables) {
    const { opening, separator, closing, render } = jsonArray(table, tables);
    const file = new MeasuredFile(join(folder, DATA_FOLDER, `${table.name}.json`));
    try {
      let begun = false;
      for (const row of rowsOf(table.name)) {
        file.write((begun ? separator : opening) + render([row]));
        begun = true;
      }
      file.write(begun ? closing : '[]\n');
    } finally {
      measures.push(await file.close());
    }
  }
  return measures;
}
