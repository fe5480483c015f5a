// A title as a slug.
import { expect, test } from 'vitest';
import { toSlug } from '../../scripts/values/slug.ts';

test.each([
  ['İstanbul Su İddiaları', 'istanbul-su-iddialari'],
  ['Żółta łódź, Ærø & Straße', 'zolta-lodz-aero-strasse'],
  ['Ｆｕｌｌ ｗｉｄｔｈ', 'full-width'],
  ['ادعاها 1403', '1403'],
])('%s is %s', (title, slug) => {
  expect(toSlug(title)).toBe(slug);
});

test('a title without a Latin letter or digit has none', () => {
  expect(toSlug('ادعاهای آب')).toBeNull();
});
