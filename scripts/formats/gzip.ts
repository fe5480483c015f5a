// Bytes → their gzip, byte for byte the same everywhere.
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** A member's head (RFC 1952, 2.3): deflate, no name, no time, made on Unix. */
const HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);
/** Behind it stand the CRC-32 and the length of what was packed. */
const TAIL = 8;

/**
 * Packs with a compressor in plain JavaScript of a fixed version, since zlib's output differs between versions of Node
 * and between processors. No time in its header. Level 6 takes as long as any other, and packs best but for 9.
 * The checksum is zlib's: in plain JavaScript it takes a tenth of all the time.
 */
export function gzip(bytes: Uint8Array): Uint8Array {
  const body = deflateSync(bytes, { level: 6 });
  const packed = new Uint8Array(HEAD.length + body.length + TAIL);
  packed.set(HEAD);
  packed.set(body, HEAD.length);
  const tail = new DataView(packed.buffer, HEAD.length + body.length);
  tail.setUint32(0, crc32(bytes), true);
  tail.setUint32(4, bytes.length % 2 ** 32, true);
  return packed;
}

/**
 * Turns blocks into members of one gzip file, in order; on as many threads as it likes, which may share the
 * memory of a block. `release` is told when a block is no longer needed.
 */
export type Compress = (
  blocks: AsyncIterable<Uint8Array>,
  release: (block: Uint8Array) => void,
) => AsyncIterable<Uint8Array>;
