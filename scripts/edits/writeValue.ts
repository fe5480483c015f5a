// A value and somebody's style → the lines that they would have written.
import { writeFlow } from '../findings/writeFlow.ts';
import type { Quotes, Style } from './style.ts';

/** What stands on one line in brackets is no longer than that. */
const LONGEST = 100;

// What a text in single quotation marks cannot hold.
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones that are looked for
const UNQUOTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/;

/** A value on one line; texts in the quotation marks that are asked for, where these can hold them. */
export function writeInline(value: unknown, key?: string, quotes?: Quotes): string {
  if (typeof value !== 'string' || quotes === undefined) return writeFlow(value, key);
  if (quotes === "'" && !UNQUOTABLE.test(value)) return `'${value.replaceAll("'", "''")}'`;
  const written = writeFlow(value, key);
  return written.startsWith('"') ? written : JSON.stringify(value);
}

/**
 * What stands behind a key and its colon: ` value` on the same line, or lines of a block that begin with a line end and
 * end without one. `column` is that of the key.
 */
export function writeBehindKey(key: string, value: unknown, column: number, style: Style): string {
  if (!isBlock(value, style)) return ` ${writeInline(value, key, style.quotes.get(key))}`;
  const lines = Array.isArray(value)
    ? value.flatMap((item) => writeItem(item, column + style.dash, style))
    : writeMapping(value as object, column + style.step, style);
  return lines.map((line) => style.eol + line).join('');
}

/**
 * The lines of an item of a list whose dashes stand at `column`. `form` says how a mapping is written where the items
 * beside it tell.
 */
export function writeItem(item: unknown, column: number, style: Style, form?: 'block' | 'flow'): string[] {
  const dash = `${' '.repeat(column)}-`;
  const isBlock = form === undefined ? isMapping(item) && isLong(item, style) : form === 'block';
  if (!isBlock || !isMapping(item) || Object.keys(item).length === 0)
    return [`${dash}${' '.repeat(style.gap - 1)}${writeFlow(item)}`];
  return writeMapping(item, column + style.gap, style).map((line, i) =>
    i === 0 ? `${dash}${line.slice(column + 1)}` : line,
  );
}

function writeMapping(value: object, column: number, style: Style): string[] {
  return Object.entries(value).flatMap(([key, part]) =>
    `${' '.repeat(column)}${writeFlow(key)}:${writeBehindKey(key, part, column, style)}`.split(style.eol),
  );
}

/** Whether a value is written on lines of its own. */
function isBlock(value: unknown, style: Style): value is object {
  if (Array.isArray(value)) return value.length > 0 && (!style.flow || value.some(isMapping));
  return isMapping(value) && isLong(value, style);
}

function isLong(value: object, style: Style): boolean {
  if (Object.keys(value).length === 0) return false;
  return (
    !style.flow ||
    writeFlow(value).length > LONGEST ||
    Object.values(value).some((part) => part !== null && typeof part === 'object')
  );
}

function isMapping(value: unknown): value is object {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
