// A flow collection or quoted scalar on one line → its value.
import { type Key, numberMapping, type Place } from './keys.ts';
import * as s from './source.ts';

const { APOSTROPHE, BACKSLASH, BRACE, BRACKET, COMMA, END_BRACE, END_BRACKET, MARKS, Mark, QUOTE, SPACE } = s;
const DEEPEST = 20;

// A plain scalar may begin with others too, but not often.
const FIRST = /[A-Za-z0-9_.+~/-]/;
const BEGINS = Uint8Array.from({ length: 256 }, (_, byte) => Number(FIRST.test(String.fromCharCode(byte))));

/** Like {@link MARKS}, for a plain scalar among others: it stops at brackets and commas, and at what is unusual in one. */
const FLOW_MARKS = MARKS.map((mark, byte) =>
  ',[]{}#"\'&*!|>%@`?'.includes(String.fromCharCode(byte)) ? Mark.stop : mark,
);

/** What may follow a backslash: these mean in JSON what they mean in YAML. */
const ESCAPES = Uint8Array.from({ length: 256 }, (_, byte) => Number('"\\/nt'.includes(String.fromCharCode(byte))));

/** Reads what begins at `at`, and leaves `at` behind it. Throws {@link s.UNUSUAL} where another parser must be asked. */
export class FlowReader {
  at = 0;
  private readonly source: s.Source;
  private readonly bytes: Uint8Array;

  constructor(source: s.Source) {
    this.source = source;
    this.bytes = source.bytes;
  }

  /** @param place where mappings in it stand */
  read(place: Place, depth = 0): unknown {
    if (depth > DEEPEST) throw s.UNUSUAL;
    switch (this.bytes[this.at]) {
      case QUOTE:
        return this.readDouble();
      case APOSTROPHE:
        return this.readSingle();
      case BRACKET:
        return this.readList(place, depth);
      case BRACE:
        return this.readMap(place, depth);
      default:
        return this.readPlain();
    }
  }

  private readDouble(): string {
    const { bytes } = this;
    const from = this.at + 1;
    let isAscii = true;
    let escaped = false;
    let at = from;
    for (let byte = bytes[at] as number; byte !== QUOTE; byte = bytes[++at] as number) {
      if (byte === BACKSLASH) {
        escaped = true;
        at++;
        if (ESCAPES[bytes[at] as number] === 0) throw s.UNUSUAL;
      } else if (MARKS[byte] !== Mark.none) isAscii = this.admit(at) && isAscii;
    }
    this.at = at + 1;
    const inner = this.source.cut(from, at, isAscii);
    return escaped ? (JSON.parse(`"${inner}"`) as string) : inner;
  }

  private readSingle(): string {
    const { bytes } = this;
    const from = this.at + 1;
    let isAscii = true;
    let doubled = false;
    let at = from;
    for (; ; at++) {
      const byte = bytes[at] as number;
      if (byte === APOSTROPHE) {
        if (bytes[at + 1] !== APOSTROPHE) break;
        doubled = true;
        at++;
      } else if (MARKS[byte] !== Mark.none) isAscii = this.admit(at) && isAscii;
    }
    this.at = at + 1;
    const inner = this.source.cut(from, at, isAscii);
    return doubled ? inner.replaceAll("''", "'") : inner;
  }

  /** Whether a marked byte in quotation marks is ASCII, if it may stand there at all. */
  private admit(at: number): boolean {
    switch (MARKS[this.bytes[at] as number]) {
      case Mark.colon:
      case Mark.hash:
        return true;
      case Mark.wide:
        return false;
      case Mark.suspect:
        if (s.isUncommon(this.bytes, at)) throw s.UNUSUAL;
        return false;
      default:
        throw s.UNUSUAL;
    }
  }

  private readPlain(): unknown {
    const { bytes } = this;
    const from = this.at;
    const first = bytes[from] as number;
    if (BEGINS[first] === 0) throw s.UNUSUAL;
    let isAscii = true;
    let at = from + 1;
    for (; ; at++) {
      const mark = FLOW_MARKS[bytes[at] as number];
      if (mark === Mark.none) continue;
      if (mark === Mark.stop) break;
      if (mark === Mark.colon) {
        // In front of a space it ends a key; what it means in front of other scripts is left open.
        const next = FLOW_MARKS[bytes[at + 1] as number];
        if (bytes[at + 1] === SPACE || !(next === Mark.none || next === Mark.colon || next === Mark.hash)) break;
      } else {
        if (mark === Mark.control || (mark === Mark.suspect && s.isUncommon(bytes, at))) throw s.UNUSUAL;
        isAscii = false;
      }
    }
    while (bytes[at - 1] === SPACE) at--;
    if (first === s.DASH && (at === from + 1 || bytes[from + 1] === SPACE)) throw s.UNUSUAL;
    this.at = at;
    const value = this.source.cutPlain(from, at, isAscii);
    // Spaces of other scripts are space to some and text to others.
    if (!isAscii && (value as string).trimEnd() !== value) throw s.UNUSUAL;
    return value;
  }

  private readList(place: Place, depth: number): unknown[] {
    const items: unknown[] = [];
    this.at = this.source.skipSpaces(this.at + 1);
    if (this.bytes[this.at] === END_BRACKET) {
      this.at++;
      return items;
    }
    do items.push(this.read(place, depth + 1));
    while (this.goesOn(END_BRACKET));
    return items;
  }

  private readMap(place: Place, depth: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    this.at = this.source.skipSpaces(this.at + 1);
    if (this.bytes[this.at] === END_BRACE) {
      this.at++;
      return map;
    }
    const mapping = numberMapping();
    let last: Key | null = null;
    do {
      const key = place.keyAt(this.source, this.at, last);
      if (key === null || key.mapping === mapping) throw s.UNUSUAL;
      key.mapping = mapping;
      last = key;
      this.at += key.bytes.length;
      if (this.bytes[this.at] !== SPACE) throw s.UNUSUAL;
      this.at = this.source.skipSpaces(this.at);
      map[key.name] = this.read(key.below, depth + 1);
    } while (this.goesOn(END_BRACE));
    return map;
  }

  /** Behind an item: whether another follows, or else the collection ends. */
  private goesOn(end: number): boolean {
    const { bytes, source } = this;
    const at = source.skipSpaces(this.at);
    if (bytes[at] === end) {
      this.at = at + 1;
      return false;
    }
    // A comma wants a space behind it here; without one it would still be a comma, but rarely is one.
    if (bytes[at] !== COMMA || bytes[at + 1] !== SPACE) throw s.UNUSUAL;
    this.at = source.skipSpaces(at + 1);
    return true;
  }
}
