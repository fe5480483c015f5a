// Results worth keeping → one file that is whole or worth nothing, and back.
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Where a piece of a result file stands, and what it must be. */
export interface Piece {
  at: number;
  length: number;
  digest: string;
}

// At the end of the file: where the head is, behind all pieces, and its digest.
const TRAILER = 8 + 32;

/** A file of kept results: a head, and pieces that are read when they are asked for. */
export class ResultFile<Head> {
  readonly head: Head;
  private readonly handle: number;

  private constructor(handle: number, head: Head) {
    this.handle = handle;
    this.head = head;
  }

  /** Opens a file; null where there is none, or where it is not what was written. */
  static open<Head>(path: string): ResultFile<Head> | null {
    let handle: number | undefined;
    try {
      handle = openSync(path, 'r');
      const { size } = fstatSync(handle);
      const trailer = readAt(handle, size - TRAILER, TRAILER);
      const at = Number(trailer.readBigUInt64LE(0));
      const bytes = readAt(handle, at, size - TRAILER - at);
      if (!digestOf(bytes).equals(trailer.subarray(8))) throw new Error('damaged');
      return new ResultFile(handle, deserialize(bytes) as Head);
    } catch {
      if (handle !== undefined) closeSync(handle);
      return null;
    }
  }

  /** The bytes of a piece; null where they are not what was written. */
  read({ at, length, digest }: Piece): Buffer | null {
    try {
      const bytes = readAt(this.handle, at, length);
      return digestOf(bytes).toString('hex') === digest ? bytes : null;
    } catch {
      return null;
    }
  }

  close(): void {
    closeSync(this.handle);
  }
}

/**
 * Writes a result file beside its place and puts it there in one step; whatever the system refuses is let go, since
 * nothing depends on it.
 */
export class ResultWriter {
  private readonly path: string;
  private readonly temporary: string;
  private readonly handle: number | null;
  private at = 0;

  constructor(path: string) {
    this.path = path;
    this.temporary = `${path}.${randomBytes(6).toString('hex')}`;
    this.handle = attempt(() => {
      mkdirSync(dirname(path), { recursive: true });
      return openSync(this.temporary, 'wx', 0o600);
    });
  }

  add(bytes: Uint8Array): Piece {
    const piece = { at: this.at, length: bytes.length, digest: digestOf(bytes).toString('hex') };
    this.write(bytes);
    return piece;
  }

  /** Ends the file. */
  finish(head: unknown): void {
    const { handle } = this;
    if (handle === null) return;
    const bytes = serialize(head);
    const trailer = Buffer.alloc(TRAILER);
    trailer.writeBigUInt64LE(BigInt(this.at));
    digestOf(bytes).copy(trailer, 8);
    this.write(bytes);
    this.write(trailer);
    attempt(() => {
      closeSync(handle);
      renameSync(this.temporary, this.path);
    });
    tidyFolder(dirname(this.path));
  }

  abandon(): void {
    if (this.handle === null) return;
    attempt(() => closeSync(this.handle as number));
    attempt(() => rmSync(this.temporary, { force: true }));
  }

  private write(bytes: Uint8Array): void {
    const { handle } = this;
    if (handle === null) return;
    for (let at = 0; at < bytes.length; ) {
      const written = attempt(() => writeSync(handle, bytes, at));
      // A full disk: the digest will not fit, and the file will be ignored.
      if (!written) break;
      at += written;
    }
    this.at += bytes.length;
  }
}

/** What a folder of results may hold: so many files, so many bytes. What was written longest ago goes first. */
const [MOST_FILES, MOST_BYTES] = [24, 2 ** 30];

function tidyFolder(folder: string): void {
  attempt(() => {
    const files = readdirSync(folder).map((name) => {
      const path = join(folder, name);
      const { mtimeMs, size } = statSync(path);
      return { path, mtimeMs, size };
    });
    let bytes = 0;
    for (const [i, { path, size }] of files.sort((a, b) => b.mtimeMs - a.mtimeMs).entries()) {
      bytes += size;
      if (i >= MOST_FILES || (i > 0 && bytes > MOST_BYTES)) rmSync(path, { force: true });
    }
  });
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function readAt(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let read = 0; read < length; ) {
    const n = readSync(handle, bytes, read, length - read, at + read);
    if (n === 0) throw new Error('The file is too short.');
    read += n;
  }
  return bytes;
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
