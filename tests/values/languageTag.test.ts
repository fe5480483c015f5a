// Language tags are judged by the registry, the same on every machine.
import { expect, test } from 'vitest';
import { isLanguageTag, spellLanguageTag } from '../../scripts/values/languageTag.ts';

test.each([
  'en',
  'kmr',
  'pnb',
  'und',
  'mul',
  'zh-Hant',
  'zh-Hant-TW',
  'es-419',
  'sl-rozaj-biske',
  'de-1996',
  'qaa',
  'ar-x-gulf',
  'en-u-ca-gregory',
])('%s is one', (tag) => expect(isLanguageTag(tag)).toBe(true));

test.each([
  ['en-us', 'en-US'],
  ['EN', 'en'],
  ['iw', 'he'],
  ['zh-cn', 'zh-CN'],
  ['zh-yue', 'yue'],
  ['ar-arz-EG', 'arz-EG'],
  ['i-klingon', 'tlh'],
  ['my-BU', 'my-MM'],
  ['sr-latn-rs', 'sr-Latn-RS'],
])('%s is meant for %s', (text, tag) => {
  expect(isLanguageTag(text)).toBe(false);
  expect(spellLanguageTag(text)).toBe(tag);
});

test.each([
  'english',
  'xx',
  '',
  'en_US',
  'en-',
  'en-Xxxx-US',
  'en-AB',
  'constructor',
  'x-own',
  'de-1996-1996',
  'zh-xyz',
  'kмr',
])('%s is none', (text) => expect(spellLanguageTag(text)).toBeNull());
