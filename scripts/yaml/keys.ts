// Plain keys of YAML mappings → keys as they were met before, with a guess which comes next: it need be compared only, not found and cut out.
import { COLON, LF, type Source, SPACE } from './source.ts';

/** Words that are no text where they stand alone. */
const NO_KEY = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;
const LONGEST_KEY = 100;

// Letters and `_` may stand anywhere in a key, digits and hyphens not in front.
const [OUTSIDE, INSIDE, ANYWHERE] = [0, 1, 2];
const ROLES = Uint8Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte);
  return /[A-Za-z_]/.test(char) ? ANYWHERE : /[0-9-]/.test(char) ? INSIDE : OUTSIDE;
});

/** Where mappings of one kind stand: at the top, or below one key. */
export class Place {
  /** The key that the last mapping here began with. */
  private first: Key | null = null;
  private readonly keys = new Map<string, Key>();

  /** The key that begins at some byte, with its colon; null where none does, or one that no mapping should have. `last` is the one before it in its mapping. */
  keyAt(source: Source, at: number, last: Key | null): Key | null {
    const guess = last === null ? this.first : last.next;
    if (guess?.standsAt(source.bytes, at)) return guess;
    const key = this.find(source, at);
    if (key === null) return null;
    if (last === null) this.first = key;
    else last.next = key;
    return key;
  }

  private find(source: Source, from: number): Key | null {
    const end = keyEnd(source.bytes, from);
    if (end < 0) return null;
    const name = source.cut(from, end, true);
    const known = this.keys.get(name);
    if (known) return known;
    if (NO_KEY.test(name) || name in Object.prototype) return null;
    const key = new Key(name);
    this.keys.set(name, key);
    count++;
    return key;
  }
}

/** A key at a place. */
export class Key {
  readonly name: string;
  /** The name and its colon. */
  readonly bytes: Uint8Array;
  /** The key that came after it the last time. */
  next: Key | null = null;
  /** The mapping in which it was met the last time. */
  mapping = 0;
  private inside: Place | null = null;

  constructor(name: string) {
    this.name = name;
    this.bytes = new TextEncoder().encode(`${name}:`);
  }

  /** Where mappings below this key stand. */
  get below(): Place {
    this.inside ??= new Place();
    return this.inside;
  }

  standsAt(text: Uint8Array, from: number): boolean {
    const { bytes } = this;
    const { length } = bytes;
    for (let i = 0; i < length; i++) if (text[from + i] !== bytes[i]) return false;
    const after = text[from + length];
    return after === SPACE || after === LF;
  }
}

/** Where the colon of a plain key stands; -1 where there is no such key. */
function keyEnd(bytes: Uint8Array, from: number): number {
  if (ROLES[bytes[from] as number] !== ANYWHERE) return -1;
  let at = from + 1;
  while (ROLES[bytes[at] as number] !== OUTSIDE) at++;
  if (bytes[at] !== COLON || at - from > LONGEST_KEY) return -1;
  const after = bytes[at + 1];
  return after === SPACE || after === LF ? at : -1;
}

/** So many keys are remembered from document to document. */
const MOST_KEYS = 4096;
let count = 0;
let top = new Place();

/** The place of the outermost mappings of a document. */
export function topPlace(): Place {
  if (count > MOST_KEYS) {
    top = new Place();
    count = 0;
  }
  return top;
}

let mappings = 0;

/** A number that no other mapping has; a key that bears it is given twice. */
export function numberMapping(): number {
  return ++mappings;
}
