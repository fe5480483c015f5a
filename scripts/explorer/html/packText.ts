// Text → base64 of its gzip, byte for byte the same everywhere.
import { gzipSync, strToU8 } from 'fflate';

/** Packs with a compressor in plain JavaScript: zlib's output differs between versions and processors. */
export function packText(text: string): string {
  return Buffer.from(gzipSync(strToU8(text), { level: 6, mtime: 0 })).toString('base64');
}
