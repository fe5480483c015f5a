// Parquet files of a release → whether each has the rows that its table has.
import { parquetMetadata } from 'hyparquet';
import type { ReadableFile } from '../formats/readableFile.ts';
import { listSplitFiles } from '../formats/splitFiles.ts';
import type { Manifest } from '../schemas/generated/types.ts';
import type { ReleaseFiles, Verification } from './releaseFiles.ts';

/** Length of the footer in four bytes, and the mark `PAR1` (https://parquet.apache.org/docs/file-format/). */
const END = 8;
/** In bytes: ours take some hundred for every group of 5,000 rows and column. */
const LONGEST_FOOTER = 64 * 1024 * 1024;

/** Reads what the files say of themselves, and no row. */
export function verifyParquet({ tables, files: listed, counts }: Manifest, files: ReleaseFiles): Verification {
  const rowsOf = (table: string) => listed.find(({ path }) => path === `${table}.jsonl`)?.rows;
  const expected = new Map(tables.map(({ name }) => [`${name}.parquet`, rowsOf(name)]));
  for (const { path, rows } of listSplitFiles(counts)) expected.set(path, rows);
  const problems: string[] = [];
  for (const [path, rows] of expected) {
    const file = files.get(path);
    if (!file || rows === undefined || rows === null) continue;
    const held = countRows(file);
    if (held === null) problems.push(`${path} is no Parquet file.`);
    else if (held !== rows) problems.push(`${path} holds ${held} rows, and its table has ${rows}.`);
  }
  return { name: 'parquet', problems };
}

/** The number of rows that a Parquet file gives; null where it is none. */
function countRows(file: ReadableFile): number | null {
  if (file.size < END) return null;
  const end = Buffer.from(file.piece(file.size - END, file.size));
  const length = end.readUInt32LE(0) + END;
  if (length > file.size || length > LONGEST_FOOTER) return null;
  const footer = file.piece(file.size - length, file.size);
  try {
    return Number(parquetMetadata(new Uint8Array(footer).buffer).num_rows);
  } catch {
    return null;
  }
}
