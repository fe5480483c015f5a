// Path → the bytes of a file of any size, piece by piece.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { UserError } from './userError.ts';

const SIZE = 1024 * 1024;
const { O_RDONLY, O_NONBLOCK = 0 } = constants;

/**
 * Yields a regular file in pieces of at most 1 MiB; a piece is good until the next is asked for.
 * @throws UserError where it cannot be read
 */
export function* readChunks(path: string): Generator<Uint8Array> {
  let handle: number | undefined;
  try {
    // What is no regular file could make a reader wait for ever.
    handle = openFile(path);
    const stat = fstatSync(handle);
    if (!stat.isFile())
      throw new UserError(stat.isDirectory() ? 'It is a folder, not a file.' : 'It is not a regular file.');
    const bytes = Buffer.allocUnsafe(Math.min(SIZE, Math.max(1, stat.size)));
    for (;;) {
      const read = readSync(handle, bytes, 0, bytes.length, null);
      if (read === 0) return;
      yield bytes.subarray(0, read);
    }
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, O_RDONLY | O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError('There is no such file.');
    if (code === 'EACCES' || code === 'EPERM') throw new UserError('The permissions do not allow reading it.');
    throw new UserError(`The system says ${code ?? 'that it cannot be opened'}.`);
  }
}
