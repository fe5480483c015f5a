// Results worth keeping → one file that is whole or worth nothing, and back.
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';

/**
 * Where a piece of a result file stands, and the CRC-32 of its bytes: it finds what was torn or damaged at less than
 * half the cost of a digest that nobody can forge, and whoever may write here may write any piece.
 */
export interface Piece {
  at: number;
  length: number;
  sum: number;
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

  /**
   * The bytes of a piece; null where they are not what was written.
   * @param memory where they are put, if it is large enough
   */
  read({ at, length, sum }: Piece, memory?: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> | null {
    try {
      const bytes = readAt(this.handle, at, length, memory);
      return crc32(bytes) === sum ? bytes : null;
    } catch {
      return null;
    }
  }

  close(): void {
    closeSync(this.handle);
  }
}

/**
 * Writes a result file beside its place and puts it there in one step. Two may write the same file at a time; the last
 * one stays. Nobody waits for the disk: what a power cut tears is found when it is read, and made anew. What the system
 * refuses is thrown.
 */
export class ResultWriter {
  private readonly path: string;
  private readonly temporary: string;
  private readonly handle: number;
  private at = 0;

  /** @param mode who may read the file; by default only its owner */
  constructor(path: string, mode = 0o600) {
    this.path = path;
    this.temporary = `${path}.${randomBytes(6).toString('hex')}`;
    mkdirSync(dirname(path), { recursive: true });
    this.handle = openSync(this.temporary, 'wx', mode);
  }

  /** Adds a piece, which is made of chunks. */
  add(...chunks: Uint8Array[]): Piece {
    const { at } = this;
    let sum = 0;
    for (const chunk of chunks) {
      sum = crc32(chunk, sum);
      this.write(chunk);
    }
    return { at, length: this.at - at, sum };
  }

  /** Ends the file. */
  finish(head: unknown): void {
    const bytes = serialize(head);
    const trailer = Buffer.alloc(TRAILER);
    trailer.writeBigUInt64LE(BigInt(this.at));
    digestOf(bytes).copy(trailer, 8);
    this.write(bytes);
    this.write(trailer);
    closeSync(this.handle);
    renameSync(this.temporary, this.path);
  }

  /** Gives up what was begun; never throws. */
  abandon(): void {
    for (const step of [() => closeSync(this.handle), () => rmSync(this.temporary, { force: true })]) {
      try {
        step();
      } catch {
        // The handle may be closed, the folder gone.
      }
    }
  }

  private write(bytes: Uint8Array): void {
    writeChunk(this.handle, bytes, this.at);
    this.at += bytes.length;
  }
}

/** Writes all bytes at a place of a file. */
export function writeChunk(handle: number, bytes: Uint8Array, place: number): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, place + at);
}

/**
 * Reads so many bytes at a place of a file, into memory of their own or into what is given where that is large enough.
 * Throws where the file is too short.
 */
export function readAt(handle: number, at: number, length: number, memory?: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  // Filled below, or thrown away.
  const bytes = memory && memory.length >= length ? memory.subarray(0, length) : Buffer.allocUnsafeSlow(length);
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
