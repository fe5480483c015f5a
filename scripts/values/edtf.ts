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

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` where it is there in the calendar. */
function parseDate(text: string): { first: string; last: string } | null {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const length = daysOfMonth(Number(year), Number(month));
  if (day === undefined) return { first: `${text}-01`, last: `${text}-${length}` };
  return Number(day) >= 1 && Number(day) <= length ? { first: text, last: text } : null;
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
  return parseEdtf(text) !== null;
}

/** True for a day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return text.length === 10 && parseDate(text) !== null;
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
