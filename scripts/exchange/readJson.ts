// JSON text → values whose numbers keep every digit.
import { parse } from 'lossless-json';

// Numbers that a double may not hold: sixteen digits in a row, or an exponent of three.
const LARGE = /(?:[[:,\s]|^)-?(?:\d{16}|[\d.]+[eE][+-]?\d{3})/;

/** A number that no double holds, as it was written. */
export class LargeNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/**
 * Parses JSON. A number that a double would change becomes a {@link LargeNumber}. @throws SyntaxError, for a key that
 * one object has twice with different values, too
 */
export function parseJson(text: string): unknown {
  if (!LARGE.test(text)) {
    const value: unknown = JSON.parse(text);
    // Of a repeated key JSON.parse keeps the last value and says nothing.
    if (countKeys(text) === countHeldKeys(value)) return value;
  }
  try {
    return parse(text, undefined, readNumber);
  } catch (error) {
    // The reader recurses: a stack that overflows is the mark of absurd nesting.
    if (error instanceof RangeError) throw new SyntaxError('The nesting is too deep to be read.');
    throw error;
  }
}

function readNumber(text: string): unknown {
  const value = Number(text);
  const isWhole = /^-?\d+$/.test(text);
  return (isWhole ? Number.isSafeInteger(value) : Number.isFinite(value)) ? value : new LargeNumber(text);
}

/** Keys in a JSON text: the strings that a colon follows. */
function countKeys(text: string): number {
  let keys = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    at = text.indexOf('"', at + 1);
    while (isEscaped(text, at)) at = text.indexOf('"', at + 1);
    at++;
    let sign = text.charCodeAt(at);
    while (sign === 0x20 || (sign >= 0x09 && sign <= 0x0d)) sign = text.charCodeAt(++at);
    if (sign === COLON) keys++;
  }
  return keys;
}

const COLON = 0x3a;
const BACKSLASH = 0x5c;

function isEscaped(text: string, quote: number): boolean {
  let at = quote;
  while (text.charCodeAt(at - 1) === BACKSLASH) at--;
  return (quote - at) % 2 === 1;
}

/** Keys of all objects in a value, however deep it is. */
function countHeldKeys(value: unknown): number {
  const open: unknown[] = [value];
  let keys = 0;
  while (open.length > 0) {
    const next = open.pop();
    if (Array.isArray(next)) {
      for (const item of next) if (typeof item === 'object' && item !== null) open.push(item);
    } else if (typeof next === 'object' && next !== null)
      for (const key in next) {
        keys++;
        const item = (next as Record<string, unknown>)[key];
        if (typeof item === 'object' && item !== null) open.push(item);
      }
  }
  return keys;
}

/** A JSON value as text: what a table would hold in its place. */
export function toText(value: unknown): string | null | undefined {
  if (typeof value === 'string' || value === null || value === undefined) return value;
  return typeof value === 'object' && !(value instanceof LargeNumber) ? JSON.stringify(value) : String(value);
}
