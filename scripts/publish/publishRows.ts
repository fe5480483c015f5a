// Planned release and an empty folder → the dataset that it publishes.
import { join } from 'node:path';
import { describeDataset } from '../dataset/describeDataset.ts';
import type { Dataset } from '../formats/dataset.ts';
import { RECORDS } from '../formats/datasetFiles.ts';
import type { FileEntry } from '../formats/manifest.ts';
import { moveFile } from '../platform/files.ts';
import { writeFiles } from '../platform/folderFiles.ts';
import { MeasuredFile, readPieces } from '../platform/measuredFile.ts';
import { releasedIn, UNRELEASED } from '../release/recordRows.ts';
import { splitLines } from '../release/splitLines.ts';
import type { PlannedRelease } from './planRelease.ts';

/** What was published; the texts of its files lie in the folder, and may be long. */
export type Published = Omit<Dataset, 'texts'>;

/** Moves the rows as they were written when the release was planned, and describes them as those of the release. */
export async function publishRows(
  { project, rows, bump, version }: PlannedRelease,
  folder: string,
): Promise<Published> {
  const entries: FileEntry[] = [];
  for (const entry of rows.entries) {
    const [from, to] = [join(rows.folder, entry.path), join(folder, entry.path)];
    if (entry.path === RECORDS && bump !== null) entries.push({ ...entry, ...(await nameRelease(from, to, version)) });
    else {
      await moveFile(from, to);
      entries.push(entry);
    }
  }
  const { texts, ...dataset } = describeDataset(project, { ...rows.check, snapshot: rows.snapshot }, entries, 'public');
  await writeFiles(folder, texts);
  return dataset;
}

/** So many characters are written together. */
const TOGETHER = 1 << 16;

/** Rows that no release had have been changed last by this one. */
async function nameRelease(from: string, to: string, version: string) {
  const [unreleased, released] = [UNRELEASED, releasedIn(version)];
  const file = new MeasuredFile(to);
  let lines = '';
  for (const line of splitLines(readPieces(from))) {
    const text = `${line.toString('utf8')}\n`;
    lines += text.endsWith(unreleased) ? text.slice(0, -unreleased.length) + released : text;
    if (lines.length < TOGETHER) continue;
    file.write(lines);
    lines = '';
  }
  file.write(lines);
  return file.close();
}
