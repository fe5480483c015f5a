// A date in the form that a mapping names → the first and last day that it may mean.
import { type Days, isDay, parseEdtf } from '../values/edtf.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const TOKEN = /YYYY|MMMM|MMM|MM|DD|M|D/g;
const PATTERNS: Readonly<Record<string, string>> = {
  YYYY: '(?<y>\\d{4})',
  MMMM: '(?<n>[A-Za-z]+)',
  MMM: '(?<n>[A-Za-z]{3,})\\.?',
  MM: '(?<m>\\d{2})',
  M: '(?<m>\\d{1,2})',
  DD: '(?<d>\\d{2})',
  D: '(?<d>\\d{1,2})',
};
const known = new Map<string, RegExp>();

/**
 * Reads a date; null where it is none in this form. Without a form it is EDTF, or a day with a time behind it, of which
 * the day as written counts.
 */
export function readDate(text: string, form: string | null): Days | null {
  const trimmed = text.trim();
  if (form === null) return parseEdtf(trimmed) ?? dayBeforeTime(trimmed);
  let pattern = known.get(form);
  if (!pattern) {
    pattern = compileForm(form);
    known.set(form, pattern);
  }
  const { y, m, n, d } = pattern.exec(trimmed)?.groups ?? {};
  if (y === undefined) return null;
  const month = n === undefined ? m : monthOf(n);
  const written = [
    y,
    ...(month === undefined ? [] : [month.padStart(2, '0')]),
    ...(d === undefined ? [] : [d.padStart(2, '0')]),
  ];
  return month === undefined && d !== undefined ? null : parseEdtf(written.join('-'));
}

function dayBeforeTime(text: string): Days | null {
  const day = text.slice(0, 10);
  return /^.{10}[T ]\d\d:\d\d/.test(text) && isDay(day) ? { first: day, last: day } : null;
}

function compileForm(form: string): RegExp {
  let source = '';
  let from = 0;
  for (const { 0: token, index } of form.matchAll(TOKEN)) {
    source += escapeSigns(form.slice(from, index)) + PATTERNS[token];
    from = index + token.length;
  }
  return new RegExp(`^${source}${escapeSigns(form.slice(from))}$`);
}

function escapeSigns(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** The number of an English month; the name itself, which no date has, where it is none. */
function monthOf(name: string): string {
  const at = MONTHS.findIndex(
    (month) => month === name.toLowerCase() || month.slice(0, 3) === name.toLowerCase().slice(0, 3),
  );
  return at < 0 ? name : String(at + 1);
}

/** The day with its day and month in each other's place; null where that is no day. */
export function swapDay(day: string): string | null {
  const swapped = `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)}`;
  return isDay(swapped) ? swapped : null;
}
