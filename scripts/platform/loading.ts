// A folder or a file → all bytes below it.
import { join } from 'node:path';
import { readFileBytes, statOrNull, walkFolder } from './files.ts';
import { explainFailure, UserError } from './userError.ts';

/** What a path leads to: every file of a folder by its path with `/`, or one file. */
export type Loaded = { kind: 'folder'; files: Map<string, Uint8Array> } | { kind: 'file'; bytes: Uint8Array };

/** Reads everything at a path. Throws a UserError where there is nothing, or where a folder holds a link or something else that is no file. */
export async function loadPath(path: string): Promise<Loaded> {
  const stat = await explainFailure(`cannot read ${path}`, () => statOrNull(path));
  if (stat === null) throw new UserError(`There is no ${path}.`);
  if (!stat.isDirectory()) return { kind: 'file', bytes: await readFileBytes(path) };
  const files = new Map<string, Uint8Array>();
  for await (const entry of walkFolder(path)) {
    if (entry.kind === 'other') throw new UserError(`${join(path, entry.path)} is no file.`);
    if (entry.kind === 'file') files.set(entry.path, await readFileBytes(join(path, entry.path)));
  }
  return { kind: 'folder', files };
}
