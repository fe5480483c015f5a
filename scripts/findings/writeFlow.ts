// A value → how it is written in YAML on one line.
import { isDateKey } from '../schemas/dateKeys.ts';

// Plain text that no reader of YAML 1.1 or 1.2 takes for anything else than a string.
const PLAIN = /^[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./()'-]+)*$/;
const TAKEN_DIFFERENTLY = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

// What JSON lets stand and a reader of YAML refuses or takes for the end of a line.
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Writes a value in YAML flow style: `supported`, `{ start: 1, end: 2 }`, `[a, b]`. Under a `key` that is no date's, a
 * day is in quotation marks.
 */
export function writeFlow(value: unknown, key?: string): string {
  if (Array.isArray(value)) return `[${value.map((item) => writeFlow(item, key)).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([name, item]) => `${writeFlow(name)}: ${writeFlow(item, name)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (typeof value !== 'string') return String(value);
  const date = DATE.test(value) && value.length > 4 && (key === undefined || isDateKey(key) || !DAY.test(value));
  const plain = date || (PLAIN.test(value) && !TAKEN_DIFFERENTLY.test(value));
  return plain ? value : JSON.stringify(value).replace(UNPRINTABLE, escapeSign);
}

function escapeSign(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
