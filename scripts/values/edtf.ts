// EDTF text → the first and last day that it allows.

/** Days as `YYYY-MM-DD`; null where an interval is open. */
export interface Days {
  first: string | null;
  last: string | null;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days of a month in the proleptic Gregorian calendar, as ISO 8601 counts them. */
function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function parseDate(text: string): { first: string; last: string } | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, year = '', month, day] = match;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (month < '01' || month > '12') return null;
  const length = daysOfMonth(Number(year), Number(month));
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` };
  if (day < '01' || Number(day) > length) return null;
  return { first: text, last: text };
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
  return isPlainDate(text) || parseEdtf(text) !== null;
}

/** True for a day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return text.length === 10 && (isPlainDate(text) || parseDate(text) !== null);
}

/** True for most years, months and days that exist: for those up to the 28th, which need no calendar. */
function isPlainDate(text: string): boolean {
  const { length } = text;
  if (length !== 10 && length !== 7 && length !== 4) return false;
  if (readTwo(text, 0) < 0 || readTwo(text, 2) < 0) return false;
  if (length === 4) return true;
  const month = readTwo(text, 5);
  if (text.charCodeAt(4) !== HYPHEN || month < 1 || month > 12) return false;
  if (length === 7) return true;
  const day = readTwo(text, 8);
  return text.charCodeAt(7) === HYPHEN && day >= 1 && day <= 28;
}

const HYPHEN = 45;
const ZERO = 48;

/** The number that two digits make; -1 where they are none. */
function readTwo(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1;
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
