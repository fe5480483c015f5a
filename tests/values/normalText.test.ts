import { describe, expect, test } from 'vitest';
import { countCodePoints, decodeUtf8, normaliseText } from '../../scripts/values/normalText.ts';
import { PointIndex } from '../../scripts/values/pointIndex.ts';
import fc from '../property.ts';

describe('norm-1', () => {
  test('drops one leading byte order mark', () => expect(normaliseText('\uFEFF\uFEFFa')).toBe('\uFEFFa\n'));
  test('composes letters and accents', () => expect(normaliseText('e\u0301')).toBe('é\n'));
  test('turns CRLF and CR into LF', () => expect(normaliseText('a\r\nb\rc')).toBe('a\nb\nc\n'));
  test('drops blanks before line ends, and only there', () =>
    expect(normaliseText('  a b \t\nc\t')).toBe('  a b\nc\n'));
  test('ends in exactly one LF', () => expect([normaliseText('a'), normaliseText('a\n\n\n')]).toEqual(['a\n', 'a\n']));
  test('done twice it changes nothing', () => {
    const once = normaliseText('\uFEFFe\u0301 \r\n\r b\t');
    expect(normaliseText(once)).toBe(once);
  });
});

test('offsets count code points, not UTF-16 units', () => {
  expect(countCodePoints('a😀b')).toBe(3);
  const points = new PointIndex('a😀b');
  expect('a😀b'.slice(points.unitOf(1), points.unitOf(2))).toBe('😀');
  expect(points.length).toBe(3);
});

test('bytes that are no UTF-8 are refused, not repaired', () => {
  expect(decodeUtf8(Uint8Array.of(0x61, 0xff))).toBeNull();
  expect(decodeUtf8(Uint8Array.of(0xc3, 0xa9))).toBe('é');
});

test('bytes are decoded as by the platform, whatever they are', () => {
  const strict = (bytes: Uint8Array) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const pieces = ['a', '\n', '\ufeff', 'é', '\u0085', '東', '😀'].map((text) => Uint8Array.from(Buffer.from(text)));
  const wrong = [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80]].map((list) =>
    Uint8Array.from(list),
  );
  const piece = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom(...wrong));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
      const bytes = Buffer.concat(parts);
      expect(decodeUtf8(bytes)).toBe(strict(bytes));
    }),
    { numRuns: 2000, seed: 1 },
  );
  const long = Buffer.from('é'.repeat(600_000));
  expect(decodeUtf8(long)).toBe(strict(long));
});
