import { expect, test } from 'vitest';
import { isLanguageTag } from '../../scripts/values/languageTag.ts';
import { compareCodePoints } from '../../scripts/values/order.ts';
import { isWebAddress } from '../../scripts/values/webAddress.ts';

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

test('languages are tags that the registry knows, in canonical spelling', () => {
  expect(['en', 'uk', 'zh-Hant', 'pt-BR'].map(isLanguageTag)).toEqual([true, true, true, true]);
  expect(['english', 'xx', 'EN', 'en_GB', ''].map(isLanguageTag)).toEqual([false, false, false, false, false]);
});

test('order is by code points, on every machine', () => {
  expect(['b', 'é', 'a', '😀', '\uFF5E', 'B'].sort(compareCodePoints)).toEqual(['B', 'a', 'b', 'é', '\uFF5E', '😀']);
});
