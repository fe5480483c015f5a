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
/** What stands between forms of which any may fit. */
const BETWEEN = ' | ';
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
 * Reads a date; null where it is none in this form. Without a form it is EDTF, or a day with a time or a zone behind
 * it, of which the day as written counts.
 */
export function readDate(text: string, form: string | null): Days | null {
  const edtf = toEdtf(text, form);
  return edtf === null ? null : parseEdtf(edtf);
}

/**
 * A date as EDTF writes it; null where {@link readDate} finds none. Of several forms, separated by ` | `, any may fit,
 * as long as all that do mean the same day.
 */
export function toEdtf(text: string, form: string | null): string | null {
  if (form?.includes(BETWEEN)) {
    const read = new Set(listForms(form).flatMap((one) => toEdtf(text, one) ?? []));
    return read.size === 1 ? ([...read][0] ?? null) : null;
  }
  const trimmed = text.trim();
  if (form === null) return parseEdtf(trimmed) ? trimmed : dayBeforeTime(trimmed);
  const { y, m, n, d } = patternOf(form).exec(trimmed)?.groups ?? {};
  if (y === undefined) return null;
  const month = n === undefined ? m : monthOf(n);
  if (month === undefined && d !== undefined) return null;
  const written = [y, month, d].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
  return parseEdtf(written) ? written : null;
}

/** A date of EDTF in a form, such that {@link toEdtf} gives it back; null where the form has no place for it. */
export function writeDate(edtf: string, form: string | null): string | null {
  if (form === null) return edtf;
  if (form.includes(BETWEEN))
    return (
      listForms(form)
        .map((one) => writeDate(edtf, one))
        .find((text) => text && toEdtf(text, form) === edtf) ?? null
    );
  const [y = '', m, d] = edtf.split('-');
  const name = MONTHS[Number(m) - 1] ?? '';
  const capital = name.slice(0, 1).toUpperCase() + name.slice(1);
  const parts: Readonly<Record<string, string | undefined>> = {
    YYYY: y,
    MMMM: capital,
    MMM: capital.slice(0, 3),
    MM: m,
    M: m?.replace(/^0/, ''),
    DD: d,
    D: d?.replace(/^0/, ''),
  };
  const text = form.replace(TOKEN, (token) => parts[token] ?? '');
  return toEdtf(text, form) === edtf ? text : null;
}

/** The forms of several; null for EDTF. */
function listForms(form: string): (string | null)[] {
  return form.split(BETWEEN).map((one) => (one === 'EDTF' ? null : one));
}

function dayBeforeTime(text: string): string | null {
  const day = text.slice(0, 10);
  return /^.{10}(?:[T ]\d\d:\d\d|Z$|[+-]\d\d:?\d\d$)/.test(text) && isDay(day) ? day : null;
}

function patternOf(form: string): RegExp {
  let pattern = known.get(form);
  if (!pattern) {
    pattern = compileForm(form);
    known.set(form, pattern);
  }
  return pattern;
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
