// Texts, and pieces of what was written before → UTF-8, in memory that is used again and again.
import { OUTER_SPACE } from '../csv.ts';
import { type Look, OTHER, SAME, TEXT } from './look.ts';

/** From the first byte to the one behind the last. */
export interface Piece {
  start: number;
  end: number;
}

const FIRST_SIZE = 1 << 16;
/** Up to so many characters, looking at each byte here is faster than calls that do it for all. */
const SHORT = 32;

const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const NO_BREAK_SPACE = 0xa0;
const DIGIT = 0x30;

// Most texts hold nothing that JSON escapes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them.
const MAY_NEED_ESCAPES = /["\\\x00-\x1f\ud800-\udfff]/;

/**
 * Bytes that only grow until they are cleared. What stands there can be copied to the end, which costs less than
 * encoding it again.
 */
export class Utf8Page {
  length = 0;
  private bytes = Buffer.allocUnsafeSlow(FIRST_SIZE);
  private kept = 0;

  /** Writes a text that stays when the page is cleared. Only for a page that holds nothing else. */
  keep(text: string): Piece {
    const start = this.length;
    this.text(text);
    this.kept = this.length;
    return { start, end: this.length };
  }

  clear(): void {
    this.length = this.kept;
  }

  byte(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Writes a text as it is. */
  text(text: string): void {
    // No UTF-16 unit needs more than three bytes.
    this.reserve(3 * text.length);
    this.length += this.bytes.write(text, this.length, 'utf8');
  }

  /** Writes again what stands between two places. */
  copy(start: number, end: number): void {
    this.reserve(end - start);
    this.bytes.copyWithin(this.length, start, end);
    this.length += end - start;
  }

  /** Writes again what was kept. */
  put({ start, end }: Piece): void {
    this.copy(start, end);
  }

  /** Writes `null`. */
  null(): void {
    this.reserve(4);
    const { bytes } = this;
    bytes[this.length++] = 0x6e;
    bytes[this.length++] = 0x75;
    bytes[this.length++] = 0x6c;
    bytes[this.length++] = 0x6c;
  }

  /** Writes an integer from 0. */
  count(value: number): void {
    if (value < 10) this.byte(DIGIT + value);
    else this.text(String(value));
  }

  /** Writes a text as JSON. Gives {@link TEXT}, {@link SAME} or {@link OTHER}. */
  json(text: string): Look {
    const { length } = text;
    this.reserve(3 * length + 2);
    return length > SHORT ? this.longJson(text) : this.shortJson(text);
  }

  /**
   * Bytes are cheaper to look at than the characters of a text, which may stand anywhere. What is written too early is
   * written over.
   */
  private shortJson(text: string): Look {
    const { length } = text;
    const { bytes } = this;
    const start = this.length + 1;
    const end = start + bytes.write(text, start, 'utf8');
    // Only ASCII has as many bytes as units.
    if (end - start !== length) return this.longJson(text);
    let look: Look = TEXT;
    for (let i = start; i < end; i++) {
      const byte = bytes[i] as number;
      if (byte < SPACE || byte === QUOTE || byte === BACKSLASH) return this.longJson(text);
      if (byte === COMMA) look = SAME;
    }
    if (length > 0 && (bytes[start] === SPACE || bytes[end - 1] === SPACE)) look = SAME;
    bytes[start - 1] = QUOTE;
    bytes[end] = QUOTE;
    this.length = end + 1;
    return look;
  }

  private longJson(text: string): Look {
    const { length } = text;
    if (MAY_NEED_ESCAPES.test(text)) {
      const json = JSON.stringify(text);
      // Two surrogates that belong together are left as they are.
      if (json.length > length + 2) {
        this.text(json);
        return OTHER;
      }
    }
    const { bytes } = this;
    bytes[this.length++] = QUOTE;
    this.length += bytes.write(text, this.length, 'utf8');
    bytes[this.length++] = QUOTE;
    return text.includes(',') || isOuterSpace(text) ? SAME : TEXT;
  }

  /** What stands between two places; good until something is written. */
  view(start: number, end: number): Uint8Array {
    return this.bytes.subarray(start, end);
  }

  /**
   * Copies pieces one after another, with `separator` between them, to a place in other memory, which {@link sizeOf}
   * says to have room. Gives the place behind.
   */
  gather(pieces: readonly Piece[], separator: string, target: Uint8Array, start: number): number {
    const between = Buffer.from(separator);
    let at = start;
    for (const piece of pieces) {
      if (at > start) at += between.copy(target, at);
      at += this.bytes.copy(target, at, piece.start, piece.end);
    }
    return at;
  }

  private reserve(more: number): void {
    if (this.length + more > this.bytes.length) this.grow(this.length + more);
  }

  private grow(least: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(least, 2 * this.bytes.length));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}

/** How many bytes pieces have with a separator between them. */
export function sizeOf(pieces: readonly Piece[], separator: string): number {
  const between = Buffer.byteLength(separator) * Math.max(0, pieces.length - 1);
  return pieces.reduce((sum, { start, end }) => sum + end - start, between);
}

/** Most texts begin and end with a letter or a full stop, which need no pattern. */
function isOuterSpace(text: string): boolean {
  return mayBeSpace(text.charCodeAt(0)) || mayBeSpace(text.charCodeAt(text.length - 1))
    ? OUTER_SPACE.test(text)
    : false;
}

function mayBeSpace(unit: number): boolean {
  return unit <= SPACE || unit >= NO_BREAK_SPACE;
}
