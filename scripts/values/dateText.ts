// A text where a date is wanted → the date that it surely means, or what is wrong with it.
import { daysOfMonth, isEdtf, parseEdtf } from './edtf.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];

/** `meant` is the date in the form of the data model; `reason` is a sentence. */
export type DateAdvice = { meant: string } | { reason: string };

/**
 * What can be said of a text that is no date: how it is written where only one date can be meant (a day and a month
 * that are both 12 or less are not told apart), else why the calendar does not have it. null where nothing is known.
 */
export function adviseDate(text: string): DateAdvice | null {
  const trimmed = text.trim();
  const meant = respell(trimmed);
  if (meant !== null) return isEdtf(meant) ? { meant } : missing(meant);
  return missing(trimmed) ?? missingOfInterval(trimmed);
}

/**
 * Year, month and day in the order of ISO 8601, two digits each; null where the text has no such parts, or nobody
 * knows which is which.
 */
function respell(text: string): string | null {
  const [, year, month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)?.filter((_, i) => i !== 2) ?? [];
  if (year && month && day) return join(year, Number(month), Number(day));
  const short = /^(\d{4})-(\d)$/.exec(text);
  if (short) return `${short[1]}-0${short[2]}`;
  const midnight = /^(\d{4}-\d{2}-\d{2})[Tt ]00:00(?::00(?:\.0+)?)?(?:[Zz]|[+-]00:?00)?$/.exec(text);
  if (midnight) return midnight[1] ?? null;
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[3])];
    if (first > 12 && second <= 12) return join(numbers[4] ?? '', second, first);
    if (second > 12 && first <= 12) return join(numbers[4] ?? '', first, second);
    return null;
  }
  return respellWords(text);
}

/** `25 February 2023`, `February 25, 2023`, `Feb 2023`. */
function respellWords(text: string): string | null {
  const words = text.replace(/(\d)(?:st|nd|rd|th)\b/i, '$1').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 2 || words.length > 3 || /[/:]/.test(text)) return null;
  const name = words.find((word) => /^\p{L}{3,}$/u.test(word))?.toLowerCase();
  const year = words.at(-1) ?? '';
  const month = MONTHS.findIndex((one) => name !== undefined && one.toLowerCase().startsWith(name)) + 1;
  if (month === 0 || !/^\d{4}$/.test(year)) return null;
  if (words.length === 2) return `${year}-${String(month).padStart(2, '0')}`;
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  return day === undefined ? null : join(year, month, Number(day));
}

function join(year: string, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Why the calendar has no such month or day. */
function missing(text: string): DateAdvice | null {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), parts[3] === undefined ? 1 : Number(parts[3])];
  if (month < 1 || month > 12) return { reason: `There is no month ${parts[2]}: the month stands before the day.` };
  const days = daysOfMonth(year, month);
  if (day >= 1 && day <= days) return null;
  return { reason: `${MONTHS[month - 1]} ${parts[1]} has ${days} days.` };
}

function missingOfInterval(text: string): DateAdvice | null {
  const ends = text.split('/');
  const [from = '', to = ''] = ends;
  if (ends.length !== 2) return null;
  if (isEdtf(from) && isEdtf(to) && parseEdtf(text) === null) return { reason: 'The interval ends before it begins.' };
  return missing(from) ?? missing(to);
}
