import { describe, expect, test } from 'vitest';
import { isAfter, isDay, parseEdtf } from '../../scripts/values/edtf.ts';

describe('parseEdtf', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-05-02', '2024-05-02', '2024-05-02'],
    ['2024-04/2024-05-02', '2024-04-01', '2024-05-02'],
    ['2024-04/..', '2024-04-01', null],
    ['../2024-04', null, '2024-04-30'],
  ])('%s runs from %s to %s', (text, first, last) => {
    expect(parseEdtf(text)).toEqual({ first, last });
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13',
    '2024-00',
    '2024-04-31',
    '24-04-01',
    '2024-4-1',
    '2024-05/2024-04',
    '../..',
    '/',
    '2024/',
    '2024-05-02T10:00',
    ' 2024',
    '2024?',
    '',
  ])('refuses %j', (text) => {
    expect(parseEdtf(text)).toBeNull();
  });
});

test('a day is a full date that exists', () => {
  expect(isDay('2024-02-29')).toBe(true);
  expect(isDay('2023-02-29')).toBe(false);
  expect(isDay('2024-02')).toBe(false);
});

describe('isAfter', () => {
  const compare = (a: string, b: string) => isAfter(parseEdtf(a) as never, parseEdtf(b) as never);
  test('says so when every day of the one lies behind the other', () =>
    expect(compare('2024-05-03', '2024-05-02')).toBe(true));
  test('denies it for the same day', () => expect(compare('2024-05-02', '2024-05-02')).toBe(false));
  test('leaves open what the precision cannot decide', () => expect(compare('2024-05', '2024-05-02')).toBeNull());
  test('leaves open intervals open', () => expect(compare('2024-05-03/..', '../2024-06')).toBeNull());
});
