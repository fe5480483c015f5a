// Bytes as they come → a file, its size and its digest.
import { createHash } from 'node:crypto';
import { closeSync, fdatasync, openSync, readSync, statSync, writeSync } from 'node:fs';

/** Size in bytes and SHA-256 in hexadecimal digits. */
export interface Measure {
  bytes: number;
  sha256: string;
}

/** So many bytes are handed to the disk at once, while the next ones are being made. */
const SYNC_EVERY = 32 * 1024 * 1024;

/** A file that is measured while it is written; with `path` null nothing is written. */
export class MeasuredFile {
  bytes = 0;
  private readonly hash = createHash('sha256');
  private readonly handle: number | null;
  private unsynced = 0;
  private syncing: Promise<void> = Promise.resolve();

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
    if (this.unsynced >= SYNC_EVERY) this.sync(this.handle);
  }

  /** Ends the file. To be called once, also where the writing is given up. */
  async close(): Promise<Measure> {
    await this.syncing;
    if (this.handle !== null) closeSync(this.handle);
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  private sync(handle: number): void {
    this.unsynced = 0;
    // A failure shows again, and is told, when the whole folder is synced.
    const sync = () => new Promise<void>((resolve) => fdatasync(handle, () => resolve()));
    this.syncing = this.syncing.then(sync);
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
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  const handle = openSync(path, 'r');
  try {
    for (let n = readSync(handle, buffer); n > 0; n = readSync(handle, buffer)) hash.update(buffer.subarray(0, n));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
