// What a word is, in every script, and what is the same or nearly the same.
import { expect, test } from 'vitest';
import { foldAccents, foldSpelling } from '../../scripts/values/spelling.ts';
import { areNear, cutWords, listWords, takeWording } from '../../scripts/values/words.ts';

const same = (a: string, b: string) => listWords(a).join(' ') === listWords(b).join(' ');
const near = (a: string, b: string) => areNear(takeWording(a), takeWording(b));

test.each([
  ['The council has SOLD, the “lighthouse”!', 'the council has sold the lighthouse'],
  ["Don't co\u00adoperate", 'don t cooperate'],
  ['ＡＰ ﬁnds 12 ㎏', 'ap finds 12 kg'],
  ['İSTANBUL', 'istanbul'],
  ['x\u030cy', 'x\u030cy'],
  ['´accent´', 'accent'],
  ['हिन्दी में', 'हिन्दी में'],
  ['தமிழ்', 'தமிழ்'],
  ['می\u200cخواهم', 'میخواهم'],
  ['བོད་སྐད་', 'བོད སྐད'],
  ['四月11日关闭', '四 月 11 日 关 闭'],
  ['ﾊﾟﾘのﾎﾃﾙ', 'パ リ の ホ テ ル'],
  ['ง่าย ๆ', 'ง่ า ย ๆ'],
])('%s', (text, words) => {
  expect(listWords(text)).toEqual(words.split(' '));
});

const REST = 'the old bridge over the river was shut by the council';

test.each([
  ['at -2 degrees', 'at 2 degrees'],
  ['$5 was paid', '€5 was paid'],
  ['it costs 5 million $', 'it costs 5 million €'],
  ['5 % of them', '5 of them'],
  ['written in C++', 'written in C'],
  ['written in C#', 'written in C'],
  ['1.5 of them', '1:5 of them'],
  ['2½ years', '21/2 years'],
  ['10⁶ people', '106 people'],
  ['< 5 cases', '> 5 cases'],
  ['rated AA-', 'rated AA'],
  ['shares ↑ 5', 'shares ↓ 5'],
  ['气温-2度', '气温2度'],
])('%s is another number or sign than %s, so that a claim with the one is not near a claim with the other', (a, b) => {
  expect(same(a, b)).toBe(false);
  expect(near(`${a} ${REST}`, `${b} ${REST}`)).toBe(false);
  expect(near(`${a} ${REST}`, `${REST} ${a}`)).toBe(true);
});

test.each([
  ['उन्होंने दिन में काम किया', 'उन्होंने दान में काम किया'],
  ['ร้านเปิดสี่วัน', 'ร้านเปิดสีวัน'],
  ['パリで会う', 'バリで会う'],
])('%s are other words than %s', (a, b) => expect(same(a, b)).toBe(false));

test.each([
  ['5%', '5 %'],
  ['−2', '-2'],
  ['–2', '-2'],
  ['pre-war', 'pre war'],
  ['2020–21', '2020-21'],
  ['closed -- 11 days', 'closed 11 days'],
  ['April, 2024.', 'April 2024'],
  ['大桥，关闭', '大桥关闭。'],
  ['é', 'e\u0301'],
])('%s is %s', (a, b) => expect(same(a, b)).toBe(true));

test('what is near is told by letters side by side where words are not spaced', () => {
  expect(
    near(
      '総理は火曜日の会見で大橋が四月に十一日間閉鎖されたと述べた',
      '総理は火曜日の会見で大橋は四月に十一日間閉鎖されたと述べた',
    ),
  ).toBe(true);
  expect(near('สะพานปิดสิบเอ็ดวันในเดือนเมษายนปีนี้', 'นายกเทศมนตรีสัญญาว่าจะสร้างสะพานใหม่')).toBe(false);
});

test('numbers are those of both, in any order', () => {
  const text = (ships: string) => `The harbour office of Eskham counted ${ships} ships in the month of May`;
  expect(near(text('412'), `${text('412')} indeed`)).toBe(true);
  expect(near(text('412'), text('398'))).toBe(false);
});

test('a word of ten million letters is one word', () => {
  expect(cutWords('x'.repeat(10_000_000))).toHaveLength(1);
});

test('letters that no Unicode has given away yet are letters, signs and pictures to come are none', () => {
  expect(listWords('a\u{1e6ff}b')).toHaveLength(1);
  expect(listWords('a\u{1faff}b')).toEqual(['a', 'b']);
  expect(listWords('\u{33ffc}\u{33ffd}')).toHaveLength(2);
});

test('accents are set aside where a name is looked up, vowels and voiced sounds are not', () => {
  expect(foldSpelling('José Álvarez')).toBe(foldSpelling('jose-alvarez'));
  expect(foldAccents('Łódź Straße Ελλάδα')).toBe('lodz strasse ελλαδα');
  expect(foldSpelling('أحمد')).toBe(foldSpelling('احمد'));
  expect(foldSpelling('राम')).not.toBe(foldSpelling('रोम'));
  expect(foldSpelling('パリ')).not.toBe(foldSpelling('バリ'));
  expect(foldSpelling('Canal')).not.toBe(foldSpelling('Canal+'));
});
