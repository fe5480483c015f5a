import { expect, test } from 'vitest';
import { isLanguageTag } from '../../scripts/values/languageTag.ts';
import { compareCodePoints } from '../../scripts/values/order.ts';
import { isWebAddress } from '../../scripts/values/webAddress.ts';
import fc from '../property.ts';

test.each(['https://example.org/a?b=c#d', 'http://é.com', 'https://例え.jp/道'])('%s is an address', (text) => {
  expect(isWebAddress(text)).toBe(true);
});

test.each([
  'javascript:alert(1)',
  'ftp://example.org',
  '//example.org',
  '/a',
  'https://',
  'https:///a',
  'https://exa mple.org',
  'https://example.org/<b>',
  'https://example.org/\u0007',
])('%j is none', (text) => {
  expect(isWebAddress(text)).toBe(false);
});

/** `URL.canParse`, which Node 20 answers wrongly for letters beyond ASCII. */
function isParsed(text: string): boolean {
  try {
    return new URL(text) !== null;
  } catch {
    return false;
  }
}

test('an address stays one, however often it is asked for', () => {
  let accepted = 0;
  for (let i = 0; i < 100_000; i++) if (isWebAddress('https://é.com/')) accepted++;
  expect(accepted).toBe(100_000);
});

test('an address is what the parser of addresses reads, with a host and without white space', () => {
  const pieces = [
    'https://',
    'http://',
    'HTTPS://',
    'a',
    'a.',
    '.',
    'b.c',
    '-',
    'xn--',
    '1',
    '0x',
    '/',
    '//',
    '?',
    '#',
    ':',
    '@',
    '%',
    ' ',
    'é',
    '~',
  ];
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 7 }), (parts) => {
      const text = `https://${parts.join('')}`;
      const answer = /^https?:\/\/[^/?#]/i.test(text) && !/[\s\p{Cc}<>"]/u.test(text) && isParsed(text);
      expect([text, isWebAddress(text)]).toEqual([text, answer]);
      if (answer) accepted++;
    }),
    { numRuns: 5000, seed: 1 },
  );
  expect(accepted).toBeGreaterThan(500);
});

test('languages are tags that the registry knows, in canonical spelling', () => {
  expect(['en', 'uk', 'zh-Hant', 'pt-BR'].map(isLanguageTag)).toEqual([true, true, true, true]);
  expect(['english', 'xx', 'EN', 'en_GB', ''].map(isLanguageTag)).toEqual([false, false, false, false, false]);
});

test('order is by code points, on every machine', () => {
  expect(['b', 'é', 'a', '😀', '\uFF5E', 'B'].sort(compareCodePoints)).toEqual(['B', 'a', 'b', 'é', '\uFF5E', '😀']);
});
