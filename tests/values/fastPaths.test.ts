// What is answered in a short way is answered as the long way answers it.

import { expect, test } from 'vitest';
import { isDay, parseEdtf } from '../../scripts/values/edtf.ts';
import { countCodePoints, normaliseText } from '../../scripts/values/normalText.ts';
import { PointIndex } from '../../scripts/values/pointIndex.ts';
import fc from '../property.ts';

const HOSTILE = [
  'a',
  'é',
  'e\u0301',
  '\u0301',
  '😀',
  '\ud83d',
  '\ude00',
  '\u2028',
  '\uFEFF',
  '"',
  ',',
  ' ',
  '\t',
  '\n',
  '\r',
  '\u2000',
];
const text = fc.array(fc.constantFrom(...HOSTILE), { maxLength: 24 }).map((parts) => parts.join(''));

test('norm-1 is what its definition says, step by step', () => {
  fc.assert(
    fc.property(text, (value) => {
      const steps = value
        .replace(/^\uFEFF/, '')
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[ \t]+(?=\n|$)/g, '')
        .replace(/\n+$/, '');
      expect(normaliseText(value)).toBe(`${steps}\n`);
    }),
    { numRuns: 3000 },
  );
});

test('an index of code points cuts out what counting from the beginning does', () => {
  fc.assert(
    fc.property(text, fc.nat(26), fc.nat(26), (value, a, b) => {
      const points = new PointIndex(value);
      expect(points.length).toBe(countCodePoints(value));
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      const cut = end > points.length ? null : value.slice(points.unitOf(start), points.unitOf(end));
      const whole = [...value];
      expect(cut).toBe(end > whole.length ? null : whole.slice(start, end).join(''));
    }),
    { numRuns: 3000 },
  );
});

test('a date is read as its pattern and the calendar say', () => {
  const days = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const known = (date: string) => {
    const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
    if (!match) return false;
    const [year, month, day] = match.slice(1).map((part) => (part === undefined ? 1 : Number(part)));
    const length = month === 2 && isLeap(year as number) ? 29 : (days[month as number] ?? 0);
    return (month as number) > 0 && (day as number) > 0 && (day as number) <= length;
  };
  const part = fc.oneof(
    fc.constantFrom(
      '2024',
      '1900',
      '2000',
      '02',
      '2',
      '00',
      '12',
      '13',
      '29',
      '30',
      '31',
      '32',
      '٣٠',
      '-',
      '',
      ' ',
      '\n',
    ),
    fc.integer({ min: 0, max: 33 }).map((n) => String(n).padStart(2, '0')),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const date = parts.join('-');
      expect(parseEdtf(date) !== null).toBe(known(date));
      expect(isDay(date)).toBe(known(date) && date.length === 10);
    }),
    { numRuns: 5000 },
  );
});
