// Paths → bytes and what a folder holds, and bytes → files that are on disk whole or not at all.

import { fsync, writeFileSync } from 'node:fs';
import {
  chmod,
  copyFile as copy,
  type FileHandle,
  link,
  lstat,
  mkdir,
  open,
  opendir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { compareCodePoints } from '../values/order.ts';
import { temporaryPath } from './siblings.ts';
import { explainFailure, isSystemError, reasonOf, UserError } from './userError.ts';

/**
 * One thing found below a folder; `path` is relative to that folder, with `/`. A link is `other`, and never followed.
 */
export interface Entry {
  path: string;
  kind: 'file' | 'folder' | 'empty folder' | 'other';
}

/** Reads a whole file. Throws a UserError that names the path where it cannot be read. */
export function readFileBytes(path: string): Promise<Uint8Array> {
  return explainFailure(`cannot read ${path}`, () => readFile(path));
}

/**
 * Writes a file so that, after a kill or a power cut, `path` holds either what it held before or all of `bytes`.
 * A file that is replaced keeps its permissions; a link is replaced, not followed. The folder must exist.
 * Throws a UserError that names the path, and then leaves nothing behind.
 * @param bytes a string is written as UTF-8, and so are pieces of one, each as it comes
 */
export async function writeFileAtomic(path: string, bytes: Content): Promise<void> {
  const temporary = await temporaryPath(path);
  await explainFailure(`cannot write ${path}`, async () => {
    const old = await statOrNull(path);
    const file = await open(temporary, 'wx');
    try {
      try {
        if (old?.isFile()) await chmod(temporary, old.mode & 0o7777);
        await writePieces(file, bytes);
        await sync(file);
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(dirname(path));
  });
}

/**
 * Writes a file below a folder that is not in its place yet, with the folders on the way; who puts the folder in place
 * syncs it.
 */
export async function writeFileBelow(
  folder: string,
  path: string,
  content: string | Uint8Array | Iterable<string>,
): Promise<void> {
  const file = join(folder, path);
  await explainFailure(`cannot write ${file}`, async () => {
    const handle = await openBelow(file);
    try {
      await writePieces(handle, content);
    } finally {
      await handle.close();
    }
  });
}

/** Opens a new file; its folder is made where it is missed, so that a thousand files of one folder ask for it once. */
async function openBelow(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'wx');
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
    await mkdir(dirname(file), { recursive: true });
    return open(file, 'wx');
  }
}

/** What a file is to hold, at once or piece by piece. */
type Content = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

async function writePieces(file: FileHandle, content: Content): Promise<void> {
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  for await (const piece of pieces) await file.writeFile(piece);
}

/**
 * Writes a file that is not there yet, whole or not at all. Of several that write one at the same time, one does.
 * @returns false where something is there already, which then stays as it is
 */
async function writeNewFile(path: string, bytes: string | Uint8Array): Promise<boolean> {
  const temporary = await temporaryPath(path);
  return await explainFailure(`cannot write ${path}`, async () => {
    try {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await sync(file);
      } finally {
        await file.close();
      }
      // A name is given to the whole file at once, and to one file only; a rename would take the place of another.
      await link(temporary, path);
    } catch (error) {
      if (isSystemError(error, 'EEXIST')) return false;
      if (!isSystemError(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
      // A file system without second names: the place is taken first, and filled then.
      if (!(await claimAndWrite(path, bytes))) return false;
    } finally {
      await rm(temporary, { force: true });
    }
    await syncFolder(dirname(path));
    return true;
  });
}

/** Writes several files that are not there yet, all or none; says which of them is there already, or null. */
export async function writeNewFiles(
  files: readonly (readonly [path: string, bytes: string])[],
): Promise<string | null> {
  for (const [i, [path, bytes]] of files.entries()) {
    if (await writeNewFile(path, bytes)) continue;
    for (const [written] of files.slice(0, i)) await rm(written);
    return path;
  }
  return null;
}

/**
 * Writes a small file that is not there yet, of which there are many: without a sync, and without another name first.
 * @returns false where something is there already, which then stays as it is
 */
export function createFile(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    if (!isSystemError(error)) throw error;
    throw new UserError(`cannot write ${path}: ${reasonOf(error)}`, { cause: error });
  }
}

async function claimAndWrite(path: string, bytes: string | Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Makes a folder, with its parents, that survives a power cut; content with one that exists. */
export async function ensureFolder(path: string): Promise<void> {
  await explainFailure(`cannot make the folder ${path}`, async () => {
    const first = await mkdir(path, { recursive: true });
    if (first === undefined) return;
    for (let made = resolve(path); made.length >= resolve(first).length; made = dirname(made)) {
      await syncFolder(dirname(made));
    }
  });
}

/** Names that are read of a folder at a time. */
const READ = 512;

/** Yields everything below a folder, a folder after what it holds, the names in a folder by code points. */
export async function* walkFolder(folder: string, below = ''): AsyncGenerator<Entry> {
  const here = join(folder, below);
  // Of a million pages the names alone are kept: an entry takes three times as much.
  const names: string[] = [];
  const kinds = new Map<string, 'folder' | 'other'>();
  await explainFailure(`cannot read the folder ${here}`, async () => {
    for await (const entry of await opendir(here, { bufferSize: READ })) {
      names.push(entry.name);
      if (!entry.isFile()) kinds.set(entry.name, entry.isDirectory() ? 'folder' : 'other');
    }
  });
  names.sort(compareCodePoints);
  for (const name of names) {
    const path = below + name;
    const kind = kinds.get(name);
    if (kind === 'folder') yield* walkFolder(folder, `${path}/`);
    else yield { path, kind: kind ?? 'file' };
  }
  if (below !== '') yield { path: below.slice(0, -1), kind: names.length === 0 ? 'empty folder' : 'folder' };
}

/** Files that are put on the disk at a time: it takes several in one turn. */
const SYNCED = 64;

/** Puts a folder with all that it holds on the disk itself, so that a power cut cannot take it away. */
export async function syncTree(folder: string): Promise<void> {
  let batch: Promise<void>[] = [];
  for await (const { path, kind } of walkFolder(folder)) {
    if (kind === 'other') continue;
    batch.push(kind === 'file' ? syncFile(join(folder, path)) : syncFolder(join(folder, path)));
    if (batch.length < SYNCED) continue;
    await settleAll(batch);
    batch = [];
  }
  await settleAll(batch);
  await syncFolder(folder);
}

/** Waits for all, also where one fails: nothing goes on behind the back of who hears of it. */
async function settleAll(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Puts the names that a folder holds on the disk itself, where the operating system has a way to do that. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; it keeps the order of renames by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await sync(handle);
  } catch (error) {
    // Some network file systems know no sync of a folder.
    if (!isSystemError(error, 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP')) throw error;
  } finally {
    await handle.close();
  }
}

/** What stands at a path, a link itself and not its aim; null where there is nothing. */
export async function statOrNull(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Moves a file; its bytes are copied only where the other place is on another file system. */
export async function moveFile(from: string, to: string): Promise<void> {
  await explainFailure(`cannot move ${from} to ${to}`, async () => {
    try {
      await rename(from, to);
    } catch (error) {
      if (!isSystemError(error, 'EXDEV')) throw error;
      await copy(from, to);
      await rm(from);
    }
  });
}

/**
 * Puts a file on the disk itself. By its number: Yarn's file system, which a program installed by it runs on, has no
 * `FileHandle.sync`.
 */
export function sync({ fd }: FileHandle): Promise<void> {
  return promisify(fsync)(fd);
}

async function syncFile(path: string): Promise<void> {
  // Windows syncs only what is open for writing; elsewhere reading is enough, and a read-only file can be synced too.
  const handle = await open(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    await sync(handle);
  } finally {
    await handle.close();
  }
}
