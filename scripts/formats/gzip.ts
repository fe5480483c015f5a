// Bytes → their gzip, byte for byte the same everywhere.
import { gzipSync } from 'fflate';

/**
 * Packs with a compressor in plain JavaScript of a fixed version, since zlib's output differs between versions of Node
 * and between processors. No time in its header. Level 6 takes as long as any other, and packs best but for 9.
 */
export function gzip(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 6, mtime: 0 });
}

/**
 * Turns blocks into members of one gzip file, in order; on as many threads as it likes, which may share the
 * memory of a block. `release` is told when a block is no longer needed.
 */
export type Compress = (
  blocks: AsyncIterable<Uint8Array>,
  release: (block: Uint8Array) => void,
) => AsyncIterable<Uint8Array>;
