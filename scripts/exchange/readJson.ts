// JSON text → values whose numbers keep every digit.
import { parse } from 'lossless-json';

// Numbers that a double may not hold: sixteen digits in a row, or an exponent of three.
const LARGE = /[[:,\s]-?\d{16}|^-?\d{16}|\d[eE][+-]?\d{3}/;

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
 * Parses JSON. A number that a double would change becomes a {@link LargeNumber}. @throws SyntaxError, for a repeated
 * key beside such a number too
 */
export function parseJson(text: string): unknown {
  if (!LARGE.test(text)) return JSON.parse(text);
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

/** A JSON value as text: what a table would hold in its place. */
export function toText(value: unknown): string | null | undefined {
  if (typeof value === 'string' || value === null || value === undefined) return value;
  return typeof value === 'object' && !(value instanceof LargeNumber) ? JSON.stringify(value) : String(value);
}
