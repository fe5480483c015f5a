// Words that are read unit by unit are those that folding the whole text gives.

import { expect, test } from 'vitest';
import { hashText, WordReader } from '../../scripts/claims/wording.ts';
import { listWords, takeWording } from '../../scripts/values/words.ts';
import fc from '../property.ts';

const PARTS = [
  ...[
    'a',
    'B',
    'I',
    '7',
    '٣',
    '½',
    '٣a',
    'é',
    'e\u0301',
    '\u0301',
    'İ',
    'ß',
    'Σ',
    'ΑΣ',
    'ﬁ',
    'Ａ',
    '㎏',
    '北京',
    '是',
    'ไท',
    'ง่',
    'दि',
    'パ',
    '$',
    '%',
    '−',
    '–',
    '+',
    '#',
    '/',
    '😀',
    '𝒳',
  ],
  ...[
    '\ud83d',
    '\ude00',
    '\u2028',
    '\uFEFF',
    '\u00A0',
    '\u00AD',
    '…',
    '´',
    '’',
    '"',
    ',',
    '.',
    ':',
    "'",
    '-',
    '\n',
    '\t',
    '\r',
    ' ',
    ' ',
    ' ',
  ],
];
const text = fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }).map((parts) => parts.join(''));
const long = fc.array(text, { maxLength: 60 }).map((parts) => parts.join(' '));

function read(value: string) {
  const reader = new WordReader();
  reader.read(value);
  const { low, high, figures, hashes, count } = reader;
  return { low, high, figures, hashes: [...hashes.subarray(0, count)] };
}

test('hashes and figures are those of the folded words', () => {
  const reader = new WordReader();
  fc.assert(
    fc.property(fc.oneof(text, long), (value) => {
      reader.read(value);
      const { words, numbers } = takeWording(value);
      const hashes = new Set([...words].map(hashText));
      expect([...reader.hashes.subarray(0, reader.count)]).toEqual([...hashes].sort((a, b) => a - b));
      const figures = numbers.map((number) => Math.imul(hashText(number), 0x9e3779b1));
      expect(reader.figures).toBe(figures.reduce((sum, figure) => (sum + figure) | 0, 0));
    }),
    { numRuns: 5000 },
  );
});

test('digests are the same exactly where the words and their order are', () => {
  const few = fc.array(fc.constantFrom('a', 'b', 'A', 'ab', 'é', 'É', '1', '11', ' ', ' ', '-', '.', '+', '北'), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(few, few, (a, b) => {
      const [one, other] = [read(a.join('')), read(b.join(''))];
      const isSame = listWords(a.join('')).join(' ') === listWords(b.join('')).join(' ');
      expect(one.low === other.low && one.high === other.high).toBe(isSame);
    }),
    { numRuns: 20_000 },
  );
});

test('digests of many short texts are all different', () => {
  const seen = new Set<string>();
  const letters = 'abcdefghij0123456789';
  for (const a of letters)
    for (const b of letters)
      for (const c of letters)
        for (const gap of ['', ' ']) {
          const { low, high } = read(`${a}${gap}${b}${c}`);
          seen.add(`${low} ${high}`);
        }
  expect(seen.size).toBe(2 * letters.length ** 3);
});
