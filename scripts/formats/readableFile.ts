// A file of any size, of which only a piece is in memory at a time.

/** Reads a file from the disk or from memory. */
export interface ReadableFile {
  /** In bytes. */
  readonly size: number;
  /** All its bytes in order; each piece is good until the next. */
  pieces(): Iterable<Uint8Array>;
  /** The bytes from one offset up to another; read into `memory` where there is any and it is large enough. */
  piece(from: number, to: number, memory?: Uint8Array): Uint8Array;
}

/** A file that is in memory as a whole. */
export function inMemory(content: Uint8Array | string): ReadableFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { size: bytes.length, pieces: () => [bytes], piece: (from, to) => bytes.subarray(from, to) };
}

/** In bytes: what is read as a whole, from wherever it comes, is not larger. */
const LARGEST = 64 * 1024 * 1024;

/** The whole of a file that should be small; null where it is not. */
export function readSmall(file: ReadableFile): Uint8Array | null {
  return file.size > LARGEST ? null : file.piece(0, file.size);
}

/** Follows a file's bytes, and tells whether they go on as they are expected to. */
export class ByteFollower {
  private readonly pieces: Iterator<Uint8Array>;
  private rest: Uint8Array = new Uint8Array(0);
  private sound = true;
  /** How many bytes were as expected. */
  position = 0;

  constructor(file: ReadableFile) {
    this.pieces = file.pieces()[Symbol.iterator]();
  }

  /** Whether the file goes on with these bytes; false for ever after it did not. */
  goesOn(expected: Uint8Array): boolean {
    for (let at = 0; this.sound && at < expected.length; ) {
      if (this.rest.length === 0 && !this.next()) {
        this.sound = false;
        break;
      }
      const length = Math.min(this.rest.length, expected.length - at);
      const same = countSame(this.rest, expected.subarray(at, at + length));
      this.rest = this.rest.subarray(same);
      this.position += same;
      this.sound = same === length;
      at += same;
    }
    return this.sound;
  }

  /** Whether all was as expected, and nothing follows. */
  isAtEnd(): boolean {
    return this.sound && this.rest.length === 0 && !this.next();
  }

  private next(): boolean {
    for (let next = this.pieces.next(); !next.done; next = this.pieces.next()) {
      this.rest = next.value;
      if (this.rest.length > 0) return true;
    }
    return false;
  }
}

/** How many bytes at the beginning are the same. */
function countSame(bytes: Uint8Array, expected: Uint8Array): number {
  const { length } = expected;
  if (Buffer.compare(bytes.subarray(0, length), expected) === 0) return length;
  let same = 0;
  while (bytes[same] === expected[same]) same++;
  return same;
}
