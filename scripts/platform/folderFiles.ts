// Names and texts → files in a folder, and back.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Manifest } from '../schemas/generated/types.ts';
import { isMeasured, type Measure } from './measuredFile.ts';
import { readTextIfAny } from './reading.ts';
import { explainFailure } from './userError.ts';

/** Writes every file into an existing folder. Throws a UserError that names the folder where the system refuses. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  await explainFailure(`cannot write to ${folder}`, async () => {
    for (const [name, bytes] of files) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
  });
}

/** Names of the files that differ from what was measured, and of those that are missing. */
export function compareFiles(folder: string, files: readonly ({ path: string } & Measure)[]): string[] {
  return files.filter((file) => !isMeasured(join(folder, file.path), file)).map(({ path }) => path);
}

/**
 * The files that an earlier build wrote into a folder, so that a later one may replace them: those that the folder's manifest lists, the manifest and SHA256SUMS.
 * Nothing where the folder holds no manifest of a dataset; then every file in it is somebody else's.
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
