// Paths → what is on the disk, in an order that no machine changes.
import {
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { globSync } from 'glob';
import { decodeUtf8 } from '../values/normalText.ts';
import { compareCodePoints } from '../values/order.ts';
import { UserError } from './userError.ts';

/**
 * Files below `folder` that match a glob pattern: relative paths with `/`, sorted by code points. Empty where there is
 * no such folder.
 */
export function listFiles(folder: string, pattern: string): string[] {
  return globSync(pattern, { cwd: folder, posix: true, dot: true, follow: false, nodir: false }).sort(
    compareCodePoints,
  );
}

/**
 * Everything below a folder, folders too: relative paths with `/`, sorted by code points. Empty where there is no such
 * folder.
 */
export function listBelow(folder: string): string[] {
  try {
    const heads = new Map([[folder, '']]);
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .map(({ parentPath, name }) => {
        // Once for each folder: a path of its own for each of many files is most of what a listing costs.
        const head = heads.get(parentPath) ?? `${relative(folder, parentPath).replaceAll(sep, '/')}/`;
        heads.set(parentPath, head);
        return `${head}${name}`;
      })
      .sort(compareCodePoints);
  } catch {
    return [];
  }
}

/** Names of what a folder holds that end so, sorted by code points. Empty where there is no such folder. */
export function listNames(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort(compareCodePoints);
  } catch {
    return [];
  }
}

/** Names in a folder, sorted by code points; none where there is no folder, and in words why it cannot be read. */
export function listEntries(folder: string): { entries: string[] } | { problem: string } {
  try {
    return { entries: readdirSync(folder).sort(compareCodePoints) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') return { problem: explain(error as NodeJS.ErrnoException) };
    return isPlainFile(folder) === null ? { entries: [] } : { problem: 'It is a link that leads nowhere.' };
  }
}

/** True for anything but a folder: files, and links that lead nowhere. */
export function isFile(path: string): boolean {
  return !lstatSync(path, { throwIfNoEntry: false })?.isDirectory();
}

/** Whether a regular file stands there, and no link to one; null where nothing does. */
export function isPlainFile(path: string): boolean | null {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? null;
}

/** Whether nothing stands there. */
export function isAbsent(path: string): boolean {
  return !existsSync(path);
}

/** How many bytes a file has; none where it cannot be looked at. */
export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** Whether a folder stands there, or a link to one. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * A file's text, or null where there is no such file. Throws a UserError that names it for what is no file or no UTF-8:
 * what was decoded with a guess would be bent when it is written back. With `within`, a link that leads out of that
 * folder is refused as well: what it leads to would be published.
 */
export function readTextIfAny(path: string, within?: string): string | null {
  let bytes: Uint8Array;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UserError(`${path} is a folder, and should be a file.`);
    if (!stat.isFile()) throw new UserError(`${path} is no regular file.`);
    if (within !== undefined && isOutside(path, within))
      throw new UserError(`${path} is a link that leads out of the project.`);
    bytes = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const text = decodeUtf8(bytes);
  if (text === null) throw new UserError(`${path} is not valid UTF-8. Save it as UTF-8 and try again.`);
  return text;
}

/**
 * A file's lines, read one block after the other, so that a file of any size takes little memory; a line feed ends a
 * line.
 */
export function* readLines(path: string): Iterable<string> {
  const handle = openSync(path, 'r');
  try {
    // Longer texts would be set apart by V8 and wait long to be collected.
    const block = Buffer.allocUnsafe(64 * 1024);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (;;) {
      const size = readSync(handle, block, 0, block.length, null);
      if (size === 0) break;
      const lines = (rest + decoder.write(block.subarray(0, size))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    rest += decoder.end();
    if (rest !== '') yield rest;
  } finally {
    closeSync(handle);
  }
}

/** A folder whose files are read one by one, or line by line; paths are relative to it. */
export function openFolder(folder: string) {
  return {
    has: (path: string): boolean => existsSync(join(folder, path)),
    text: (path: string): string => readFileSync(join(folder, path), 'utf8'),
    lines: (path: string): Iterable<string> => readLines(join(folder, path)),
  };
}

/** What was read, or in plain words why it could not be. */
export type ReadResult = { bytes: Uint8Array } | { problem: string; missing: boolean };

const LARGEST = 64 * 1024 * 1024;

/** Reads one source file and never throws. With `within`, a link that leads out of that folder is refused. */
export function readSource(path: string, within?: string): ReadResult {
  try {
    const entry = lstatSync(path);
    const isLink = entry.isSymbolicLink();
    if (within !== undefined && isLink && !isWithin(path, within))
      return { problem: 'It is a link that leads out of the folder.', missing: false };
    const stat = isLink ? statSync(path) : entry;
    if (!stat.isFile())
      return {
        problem: stat.isDirectory() ? 'It is a folder, not a file.' : 'It is not a regular file.',
        missing: false,
      };
    if (stat.size > LARGEST) return { problem: `It is larger than ${LARGEST / 1024 / 1024} MiB.`, missing: false };
    return { bytes: readFileSync(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
      return { problem: 'It is a link that leads nowhere.', missing: false };
    return { problem: explain(error as NodeJS.ErrnoException), missing: code === 'ENOENT' };
  }
}

function isWithin(path: string, folder: string): boolean {
  const real = realpathSync(folder);
  return realpathSync(path).startsWith(real.endsWith(sep) ? real : real + sep);
}

/**
 * Whether a path leads out of a folder, by a link at its end or on its way. What is not there, or leads nowhere, does
 * not.
 */
export function isOutside(path: string, folder: string): boolean {
  try {
    return !isWithin(path, folder);
  } catch {
    return false;
  }
}

/** Reads a source file as {@link readSource} does. */
export type SourceReader = typeof readSource;

/**
 * Where the system cannot be told not to follow a link and not to wait, a file has to be looked at before it is opened.
 */
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
const PLAINLY = O_NOFOLLOW && O_NONBLOCK ? O_RDONLY | O_NOFOLLOW | O_NONBLOCK : null;

/**
 * Makes a reader that reads file after file into the same memory, since allocating anew is slow: what it gives is valid
 * until it reads again.
 */
export function createSourceReader(): SourceReader {
  let memory = Buffer.allocUnsafeSlow(64 * 1024);
  const readPlainly = (path: string): Uint8Array | null => {
    if (PLAINLY === null) return null;
    let handle: number | undefined;
    try {
      handle = openSync(path, PLAINLY);
      const stat = fstatSync(handle);
      if (!stat.isFile() || stat.size === 0 || stat.size > LARGEST) return null;
      if (stat.size > memory.length) memory = Buffer.allocUnsafeSlow(2 * stat.size);
      let size = 0;
      for (let n = -1; n !== 0 && size < stat.size; size += n)
        n = readSync(handle, memory, size, stat.size - size, null);
      return memory.subarray(0, size);
    } catch {
      return null;
    } finally {
      if (handle !== undefined) closeSync(handle);
    }
  };
  return (path, within) => {
    const bytes = readPlainly(path);
    // Links, and all that is wrong, are for the reader that looks closely.
    return bytes ? { bytes } : readSource(path, within);
  };
}

/** Where a path leads when every link is followed; the file must exist. */
export function followLinks(path: string): string {
  return realpathSync(path);
}

/** Makes a folder the one that paths are relative to, as it is spelt; stays where it is null. Gives that folder. */
export function enterFolder(folder: string | null): string {
  if (folder === null) return process.cwd();
  process.chdir(folder);
  return folder;
}

/** Adds text at the end of a file. */
export function appendText(path: string, text: string): void {
  appendFileSync(path, text);
}

/**
 * Adds a line at the end of a file, which is made where there is none. Half a line that a killed run has left there
 * ends first; of whatever else it holds nothing is read.
 */
export function appendLine(path: string, line: string): void {
  const handle = openSync(path, 'a+');
  try {
    const { size } = fstatSync(handle);
    const last = Buffer.alloc(1);
    const isTorn = size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last.toString('latin1') !== '\n';
    appendFileSync(handle, isTorn ? `\n${line}` : line);
  } finally {
    closeSync(handle);
  }
}

/** A source file's text, or null where it cannot be read or is not valid UTF-8; by the limits of {@link readSource}. */
export function readSourceText(path: string): string | null {
  const read = readSource(path);
  return 'bytes' in read ? decodeUtf8(read.bytes) : null;
}

function explain(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'There is no such file.';
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'The permissions do not allow reading it.';
  if (error.code === 'ENOTDIR') return 'It is no folder, or one on its way is none.';
  if (error.code === 'ELOOP') return 'It is a link that leads back to itself.';
  return `The system says ${error.code ?? error.message}.`;
}
