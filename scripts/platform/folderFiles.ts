// Names and texts → files in a folder, and back.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTextIfAny } from './reading.ts';

/** Writes every file into an existing folder. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
}

/** Names of the files that differ from what is in the folder, and of those that are missing there. */
export function compareFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): string[] {
  return [...files].filter(([name, bytes]) => !isSame(join(folder, name), bytes)).map(([name]) => name);
}

function isSame(path: string, bytes: string | Uint8Array): boolean {
  try {
    return readFileSync(path).equals(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  } catch {
    return false;
  }
}

/** The files that a folder's SHA256SUMS lists, so that a later build knows what an earlier one wrote. */
export function listChecksummed(folder: string): Set<string> {
  const sums = readTextIfAny(join(folder, 'SHA256SUMS')) ?? '';
  return new Set(sums.split('\n').flatMap((line) => /^[0-9a-f]{64} [ *](.+)$/.exec(line)?.[1] ?? []));
}
