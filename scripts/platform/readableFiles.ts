// Paths → files that are read piece by piece.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadableFile } from '../formats/readableFile.ts';
import { statOrNull, walkFolder } from './files.ts';
import { readPieces } from './measuredFile.ts';
import { explainFailure, UserError } from './userError.ts';

/** A file on the disk as it is now. Throws where there is none. */
export function openReadable(path: string): ReadableFile {
  const { size } = statSync(path);
  return {
    size,
    pieces: () => readPieces(path),
    piece: (from, to) => readPiece(path, from, to),
  };
}

/** What a path leads to: every file of a folder by its path with `/`, or one file. */
export type Opened = { kind: 'folder'; files: Map<string, ReadableFile> } | { kind: 'file'; file: ReadableFile };

/** Opens everything at a path. Throws a UserError where there is nothing, or where a folder holds a link or something else that is no file. */
export async function openPath(path: string): Promise<Opened> {
  const stat = await explainFailure(`cannot read ${path}`, () => statOrNull(path));
  if (stat === null) throw new UserError(`There is no ${path}.`);
  const open = (name: string) => explainFailure(`cannot read ${name}`, async () => openReadable(name));
  if (!stat.isDirectory()) return { kind: 'file', file: await open(path) };
  const files = new Map<string, ReadableFile>();
  for await (const entry of walkFolder(path)) {
    if (entry.kind === 'other') throw new UserError(`${join(path, entry.path)} is no file.`);
    if (entry.kind === 'file') files.set(entry.path, await open(join(path, entry.path)));
  }
  return { kind: 'folder', files };
}

function readPiece(path: string, from: number, to: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(to - from);
  const handle = openSync(path, 'r');
  try {
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(handle, bytes, at, bytes.length - at, from + at);
      if (read === 0) throw new Error(`${path} is shorter than it was.`);
      at += read;
    }
  } finally {
    closeSync(handle);
  }
  return bytes;
}
