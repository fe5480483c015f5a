// Bytes as they come → a file, its size and its digest.
import { createHash } from 'node:crypto';
import { closeSync, fdatasync, openSync, readSync, statSync, write, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { isSystemError, reasonOf, UserError } from './userError.ts';

/** Size in bytes and SHA-256 in hexadecimal digits. */
export interface Measure {
  bytes: number;
  sha256: string;
}

/** So many bytes are handed to the disk at once, while the next ones are being made. */
const SYNC_EVERY = 32 * 1024 * 1024;

/** So many bytes are worth that another thread writes them. */
const WORTH_A_THREAD = 128 * 1024;

const writeApart = promisify(write);

/**
 * A file that is measured while it is written; with `path` null nothing is written. What the system refuses is a
 * UserError that names the file as `name`.
 */
export class MeasuredFile {
  private bytes = 0;
  private readonly hash = createHash('sha256');
  private readonly name: string;
  private readonly handle: number | null;
  private unsynced = 0;
  private syncing: Promise<void> | null = null;
  private readonly writing: Promise<void>[] = [];

  constructor(path: string | null, name: string | null = path) {
    this.name = name ?? '';
    this.handle = path === null ? null : this.explain(() => openSync(path, 'w'));
  }

  /** Adds bytes, or text as UTF-8. */
  write(part: string | Uint8Array): void {
    const data = typeof part === 'string' ? Buffer.from(part) : part;
    const { handle } = this;
    if (handle !== null) this.explain(() => writeWhole(handle, data, this.bytes));
    this.measure(data);
  }

  /** Adds bytes that are written while they are measured: they must stay as they are until {@link settle} has ended. */
  writeBeside(part: Uint8Array): void {
    const { handle, bytes } = this;
    if (handle === null || part.length < WORTH_A_THREAD) {
      this.write(part);
      return;
    }
    const written = writeWholeApart(handle, part, bytes);
    // Whoever settles hears of a failure.
    written.catch(() => {});
    this.writing.push(written);
    this.measure(part);
  }

  /** Waits until all is written. */
  async settle(): Promise<void> {
    for (const ended of await Promise.allSettled(this.writing.splice(0)))
      if (ended.status === 'rejected') throw this.explained(ended.reason);
  }

  private measure(data: Uint8Array): void {
    this.hash.update(data);
    this.bytes += data.length;
    if (this.handle === null) return;
    this.unsynced += data.length;
    if (this.unsynced >= SYNC_EVERY && !this.syncing) this.sync(this.handle);
  }

  private explain<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw this.explained(error);
    }
  }

  private explained(error: unknown): unknown {
    if (!isSystemError(error)) return error;
    return new UserError(`cannot write ${this.name}: ${reasonOf(error)}`, { cause: error });
  }

  /** Ends the file. To be called once, also where the writing is given up. */
  async close(): Promise<Measure> {
    await Promise.allSettled([this.syncing, ...this.writing]);
    if (this.handle !== null) closeSync(this.handle);
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  private sync(handle: number): void {
    this.unsynced = 0;
    // A failure shows again, and is told, when the whole folder is synced.
    this.syncing = new Promise((resolve) => {
      fdatasync(handle, () => {
        this.syncing = null;
        resolve();
      });
    });
  }
}

/** Writes pieces to a file, and over its beginning what they give back at their end. */
export function writeAndHead(path: string, pieces: Generator<Uint8Array, Uint8Array>): void {
  const handle = openSync(path, 'w');
  try {
    let next = pieces.next();
    for (; !next.done; next = pieces.next()) writeWhole(handle, next.value, null);
    writeWhole(handle, next.value, 0);
  } finally {
    closeSync(handle);
  }
}

/** Writes at a place of a file, or where it stands. */
function writeWhole(handle: number, data: Uint8Array, position: number | null): void {
  for (let at = 0; at < data.length; )
    at += writeSync(handle, data, at, data.length - at, position === null ? null : position + at);
}

/** The same, on another thread. */
async function writeWholeApart(handle: number, data: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < data.length; )
    at += (await writeApart(handle, data, at, data.length - at, position + at)).bytesWritten;
}

/** Whether a file holds what was measured. Its size is looked at first; a file that cannot be read differs. */
export function isMeasured(path: string, { bytes, sha256 }: Measure): boolean {
  try {
    return statSync(path).size === bytes && measureFile(path).sha256 === sha256;
  } catch {
    return false;
  }
}

/** Measures a file as it lies there. */
export function measureFile(path: string): Measure {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of readPieces(path)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The same; null where a file cannot be read. */
export function measureIfAny(path: string): Measure | null {
  try {
    return measureFile(path);
  } catch {
    return null;
  }
}

/**
 * So many bytes of a file are looked at together: they stay in the processor's own memory until all is done with them.
 */
const PIECE = 1024 * 1024;

/** The bytes of a file, piece by piece; each is good until the next. */
export function* readPieces(path: string): Generator<Uint8Array> {
  const handle = openSync(path, 'r');
  const memory = Buffer.allocUnsafeSlow(PIECE);
  try {
    for (let n = readSync(handle, memory); n > 0; n = readSync(handle, memory)) yield memory.subarray(0, n);
  } finally {
    closeSync(handle);
  }
}
