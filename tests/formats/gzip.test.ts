// Bytes are packed as the library packs them, and every reader of gzip unpacks them.
import { gunzipSync } from 'node:zlib';
import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { gzip } from '../../scripts/formats/gzip.ts';
import fc from '../property.ts';

const pieces = fc.array(fc.oneof(fc.uint8Array({ maxLength: 2000 }), fc.constant(Buffer.from('again and '))), {
  maxLength: 200,
});

test('any bytes, also in memory that threads share', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const bytes = Buffer.concat(parts);
      const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
      shared.set(bytes);
      const packed = Buffer.from(gzip(shared));
      expect(packed.equals(gzipSync(bytes, { level: 6, mtime: 0 }))).toBe(true);
      expect(gunzipSync(packed).equals(bytes)).toBe(true);
    }),
  );
});
