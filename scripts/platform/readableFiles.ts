// Paths → files that are read piece by piece.
import { closeSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
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
    piece: (from, to, memory) => readPiece(path, from, to, memory),
  };
}

/** A file that stands at a path itself; in words why there is none that can be read, such as a link or a folder. */
export function openRegular(path: string): { content: ReadableFile } | { problem: string } {
  try {
    const stat = lstatSync(path);
    if (!stat.isFile())
      return { problem: stat.isDirectory() ? 'It is a folder, not a file.' : 'It is not a regular file.' };
    closeSync(openSync(path, 'r'));
    return { content: openReadable(path) };
  } catch {
    return { problem: 'It cannot be read.' };
  }
}

/** What a path leads to: every file of a folder by its path with `/`, or one file. */
export type Opened = { kind: 'folder'; files: Map<string, ReadableFile> } | { kind: 'file'; file: ReadableFile };

/**
 * Opens everything at a path. Throws a UserError where there is nothing, or where a folder holds a link or something
 * else that is no file.
 */
export async function openPath(path: string): Promise<Opened> {
  const stat = await explainFailure(`cannot read ${path}`, () => statOrNull(path));
  if (stat === null) throw new UserError(`There is no ${path}.`);
  const open = (name: string) => explainFailure(`cannot read ${name}`, async () => openReadable(name));
  // Whoever sends a folder or an archive decides what a link leads to: never to an endless device of this machine.
  if (stat.isSymbolicLink()) throw new UserError(`${path} is a link: name the place that it leads to.`);
  if (!stat.isDirectory() && !stat.isFile()) throw new UserError(`${path} is no file.`);
  if (!stat.isDirectory()) return { kind: 'file', file: await open(path) };
  const files = new Map<string, ReadableFile>();
  for await (const entry of walkFolder(path)) {
    if (entry.kind === 'other') throw new UserError(`${join(path, entry.path)} is no file.`);
    if (entry.kind === 'file') files.set(entry.path, await open(join(path, entry.path)));
  }
  return { kind: 'folder', files };
}

function readPiece(path: string, from: number, to: number, memory?: Uint8Array): Uint8Array {
  const length = to - from;
  const bytes = memory && memory.length >= length ? memory.subarray(0, length) : Buffer.allocUnsafeSlow(length);
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
