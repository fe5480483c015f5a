// Names and texts → files in a folder, and back.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Manifest } from '../schemas/generated/types.ts';
import { isMeasured, type Measure } from './measuredFile.ts';
import { readTextIfAny } from './reading.ts';
import { explainFailure } from './userError.ts';

/**
 * Writes every file into an existing folder, as a whole or piece by piece. Throws a UserError that names the folder
 * where the system refuses.
 */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array | Iterable<string>>,
): Promise<void> {
  await explainFailure(`cannot write to ${folder}`, async () => {
    for (const [name, bytes] of files) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
  });
}

type MeasuredPath = { path: string } & Measure;

/**
 * Names of the files that differ from what was measured, and of those that are missing. `known` are measures of the
 * folder's files as they lie there, which then need not be read.
 */
export function compareFiles(
  folder: string,
  files: readonly MeasuredPath[],
  known?: readonly MeasuredPath[],
): string[] {
  const digests = known && new Map(known.map(({ path, sha256 }) => [path, sha256]));
  const isThere = (file: MeasuredPath) =>
    digests ? digests.get(file.path) === file.sha256 : isMeasured(join(folder, file.path), file);
  return files.filter((file) => !isThere(file)).map(({ path }) => path);
}

/**
 * The files that an earlier build wrote into a folder, so that a later one may replace them: those that the folder's
 * manifest lists, the manifest and SHA256SUMS. Nothing where the folder holds no manifest of a dataset; then every file
 * in it is somebody else's.
 */
export function listOwned(folder: string): Set<string> {
  try {
    const manifest = JSON.parse(readTextIfAny(join(folder, 'manifest.json')) ?? 'null') as Partial<Manifest> | null;
    if (!manifest?.schema_version || !Array.isArray(manifest.files)) return new Set();
    return new Set([...manifest.files.map(({ path }) => path), 'manifest.json', 'SHA256SUMS']);
  } catch {
    return new Set();
  }
}
