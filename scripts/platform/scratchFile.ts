// Pieces that do not fit into memory → a file that nobody else sees, and back.
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Piece, readAt, writeChunk } from './resultFile.ts';

/** Gives a file to who needs it until it ends. */
export async function withScratchFile<T>(work: (file: ScratchFile) => Promise<T>): Promise<T> {
  const file = new ScratchFile();
  try {
    return await work(file);
  } finally {
    file.close();
  }
}

/** A file of pieces for as long as the process needs it. What the system refuses is thrown. */
export class ScratchFile {
  private readonly path = join(tmpdir(), `veritable-${randomBytes(8).toString('hex')}`);
  private readonly handle = openSync(this.path, 'wx+', 0o600);
  private at = 0;

  constructor() {
    // Where the system lets it, the file has no name from now on, and goes with the process however that ends.
    this.remove();
  }

  /** Adds a piece, which is made of chunks. */
  add(...chunks: Uint8Array[]): Piece {
    const { at } = this;
    let sum = 0;
    for (const chunk of chunks) {
      sum = crc32(chunk, sum);
      writeChunk(this.handle, chunk, this.at);
      this.at += chunk.length;
    }
    return { at, length: this.at - at, sum };
  }

  /** The bytes of a piece, in the memory that is given where that is large enough. */
  read({ at, length, sum }: Piece, memory?: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
    const bytes = readAt(this.handle, at, length, memory);
    if (crc32(bytes) !== sum) throw new Error(`${this.path} was changed while it was in use.`);
    return bytes;
  }

  /** Forgets all pieces. */
  clear(): void {
    this.at = 0;
  }

  close(): void {
    closeSync(this.handle);
    this.remove();
  }

  private remove(): void {
    try {
      rmSync(this.path, { force: true });
    } catch {
      // Open files cannot be removed everywhere.
    }
  }
}
