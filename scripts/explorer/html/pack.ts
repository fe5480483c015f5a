// Text → its gzip, byte for byte the same everywhere.
import { gzipSync, strToU8 } from 'fflate';

/** Packs with a compressor in plain JavaScript: zlib's output differs between versions and processors. */
export function pack(text: string): Uint8Array {
  return gzipSync(strToU8(text), { level: 6, mtime: 0 });
}
