// Bytes as they come → a file, its size and its digest.
import { createHash } from 'node:crypto';
import { closeSync, fdatasync, openSync, readSync, statSync, writeSync } from 'node:fs';

/** Size in bytes and SHA-256 in hexadecimal digits. */
export interface Measure {
  bytes: number;
  sha256: string;
}

/** A file while it is written. Where the system refuses something, the error comes at the latest when it is closed. */
export interface GrowingFile {
  write(part: string | Uint8Array): void;
  /** Adds a piece of another file, from one offset up to another. */
  copy(source: string, from: number, to: number): void;
  /** Ends the file. To be called once, also where the writing is given up. */
  close(): Promise<Measure>;
}

/** So many bytes are handed to the disk at once, while the next ones are being made. */
const SYNC_EVERY = 32 * 1024 * 1024;

/** A file that is measured while it is written; with `path` null nothing is written. */
export class MeasuredFile implements GrowingFile {
  private bytes = 0;
  private readonly hash = createHash('sha256');
  private readonly handle: number | null;
  private unsynced = 0;
  private syncing: Promise<void> | null = null;

  constructor(path: string | null) {
    this.handle = path === null ? null : openSync(path, 'w');
  }

  write(part: string | Uint8Array): void {
    const data = typeof part === 'string' ? Buffer.from(part) : part;
    this.hash.update(data);
    this.bytes += data.length;
    if (this.handle === null) return;
    for (let at = 0; at < data.length; ) at += writeSync(this.handle, data, at);
    this.unsynced += data.length;
    if (this.unsynced >= SYNC_EVERY && !this.syncing) this.sync(this.handle);
  }

  copy(source: string, from: number, to: number): void {
    const handle = openSync(source, 'r');
    try {
      for (let at = from; at < to; ) {
        const read = readSync(handle, window(), 0, Math.min(WINDOW, to - at), at);
        if (read === 0) throw new Error(`${source} is shorter than it was.`);
        this.write(window().subarray(0, read));
        at += read;
      }
    } finally {
      closeSync(handle);
    }
  }

  async close(): Promise<Measure> {
    await this.syncing;
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

/** Whether a file holds what was measured. Its size is looked at first; a file that cannot be read differs. */
export function isMeasured(path: string, { bytes, sha256 }: Measure): boolean {
  try {
    return statSync(path).size === bytes && measure(path) === sha256;
  } catch {
    return false;
  }
}

function measure(path: string): string {
  const hash = createHash('sha256');
  const handle = openSync(path, 'r');
  try {
    for (let n = readSync(handle, window()); n > 0; n = readSync(handle, window()))
      hash.update(window().subarray(0, n));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/** So many bytes of a file are looked at together: they stay in the processor's own memory until they have been digested and written. */
const WINDOW = 1024 * 1024;
let buffer: Buffer | null = null;

/** The memory that files pass through, one for all: what is new to a process costs more than what is copied. */
function window(): Buffer {
  buffer ??= Buffer.allocUnsafeSlow(WINDOW);
  return buffer;
}
