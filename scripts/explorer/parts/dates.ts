// EDTF text and days → the words in which people say them.

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * A date of the data in words: `24 February 2023`, `between 29 and 30 March 2023`, `by 17 March 2023`; what is none
 * stays as it is.
 */
export function sayDate(text: string): string {
  const [from, to, ...rest] = text.split('/');
  if (from === undefined || rest.length > 0) return text;
  if (to === undefined) return sayPoint(from) ?? text;
  const [start, end] = [sayPoint(from), sayPoint(to)];
  if (from === '..') return end === null ? text : `by ${end}`;
  if (to === '..') return start === null ? text : `from ${start} on`;
  if (start === null || end === null) return text;
  return `between ${shortenStart(start, end)} and ${end}`;
}

/** Days, months and spans of them that stand by themselves: not in an address, nor in a number. */
const DAYS = /(?<![\p{L}\p{N}/._-])\d{4}-\d{2}(?:-\d{2})?(?:\/\d{4}-\d{2}(?:-\d{2})?)?(?![\p{L}\p{N}/_-])/gu;

/** A text with the days and months in it in words, as in "published 2023-03-29". */
export function sayDates(text: string): string {
  return text.replace(DAYS, sayDate);
}

/** The number of days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function sayPoint(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return null;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** `29 March 2023` before `30 March 2023` is `29`. */
function shortenStart(start: string, end: string): string {
  const [words, others] = [start.split(' '), end.split(' ')];
  while (words.length > 1 && words.at(-1) === others.at(-1)) {
    words.pop();
    others.pop();
  }
  return words.join(' ');
}
