// EDTF text → the first and last day that it allows.

/** Days as `YYYY-MM-DD`; null where an interval is open. */
export interface Days {
  first: string | null;
  last: string | null;
}

/** Days of a month in the proleptic Gregorian calendar, as ISO 8601 counts them. */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number that digits from `from` to `to` write; NaN where anything else stands there. */
function readDigits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = 10 * value + digit;
  }
  return value;
}

/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and there in the calendar. Read by hand: a cold build asks some hundred thousand
 * times.
 */
function isDate(text: string): boolean {
  const { length } = text;
  const year = readDigits(text, 0, 4);
  if (Number.isNaN(year) || length === 4) return length === 4 && !Number.isNaN(year);
  const month = text.charCodeAt(4) === HYPHEN ? readDigits(text, 5, 7) : 0;
  if (!(month >= 1 && month <= 12)) return false;
  if (length === 7) return true;
  const day = length === 10 && text.charCodeAt(7) === HYPHEN ? readDigits(text, 8, 10) : 0;
  return day >= 1 && day <= daysOfMonth(year, month);
}

const HYPHEN = 45;

function parseDate(text: string): { first: string; last: string } | null {
  if (!isDate(text)) return null;
  if (text.length === 10) return { first: text, last: text };
  if (text.length === 4) return { first: `${text}-01-01`, last: `${text}-12-31` };
  const length = daysOfMonth(readDigits(text, 0, 4), readDigits(text, 5, 7));
  return { first: `${text}-01`, last: `${text}-${length}` };
}

/**
 * Reads the subset of EDTF that the data model allows: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `A/B`, `A/..`, `../B`
 * (ISO 8601-2:2019, levels 0 and 1). Returns null for anything else: impossible dates, reversed intervals, `../..`.
 */
export function parseEdtf(text: string): Days | null {
  const slash = text.indexOf('/');
  if (slash < 0) return parseDate(text);
  const [from, to] = [text.slice(0, slash), text.slice(slash + 1)];
  if (from === '..') {
    const end = parseDate(to);
    return end && { first: null, last: end.last };
  }
  const start = parseDate(from);
  if (!start) return null;
  if (to === '..') return { first: start.first, last: null };
  const end = parseDate(to);
  if (!end || end.last < start.first) return null;
  return { first: start.first, last: end.last };
}

/** True for what {@link parseEdtf} reads. */
export function isEdtf(text: string): boolean {
  return isDate(text) || parseEdtf(text) !== null;
}

/** True for a day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return text.length === 10 && isDate(text);
}

/**
 * Whether `a` lies after `b`: true when it surely does, false when it surely does not, null when the precision
 * of the two cannot decide.
 */
export function isAfter(a: Days, b: Days): boolean | null {
  if (a.first !== null && b.last !== null && a.first > b.last) return true;
  if (a.last !== null && b.first !== null && a.last <= b.first) return false;
  return null;
}
