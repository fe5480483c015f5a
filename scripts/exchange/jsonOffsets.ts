// JSON text and JSON Pointers → where in the text the values stand.

/** Pointers as a tree of keys. */
interface Wanted {
  pointer: string | null;
  keys: Map<string, Wanted>;
}

/**
 * Offsets of values, start and end, end exclusive; of an object or a list only its first sign. What is not there stands
 * where the nearest thing around it begins. The text must be valid JSON. What nobody asks for is skipped without
 * recursion.
 */
export function findJsonOffsets(text: string, pointers: Iterable<string>, from = 0): Map<string, [number, number]> {
  const root: Wanted = { pointer: null, keys: new Map() };
  const found = new Map<string, [number, number]>();
  for (const pointer of pointers) {
    let node = root;
    for (const token of pointer === '' ? [] : pointer.slice(1).split('/')) {
      const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
      const next: Wanted = node.keys.get(key) ?? { pointer: null, keys: new Map() };
      node.keys.set(key, next);
      node = next;
    }
    node.pointer = pointer;
  }
  new Scanner(text, found).read(skipSpace(text, from), root);
  return found;
}

class Scanner {
  private readonly text: string;
  private readonly found: Map<string, [number, number]>;

  constructor(text: string, found: Map<string, [number, number]>) {
    this.text = text;
    this.found = found;
  }

  /** Notes what is wanted of the value at an offset, and gives the offset behind it. */
  read(at: number, wanted: Wanted): number {
    const { text } = this;
    const opening = text[at];
    const isCollection = opening === '{' || opening === '[';
    const end =
      isCollection && wanted.keys.size > 0 ? this.readParts(at, wanted, opening === '{') : skipValue(text, at);
    if (wanted.pointer !== null) this.found.set(wanted.pointer, [at, isCollection ? at + 1 : end]);
    return end;
  }

  private readParts(start: number, wanted: Wanted, isObject: boolean): number {
    const { text } = this;
    for (const part of wanted.keys.values()) this.noteAll(part, start);
    let at = skipSpace(text, start + 1);
    for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index++) {
      let key = String(index);
      if (isObject) {
        const end = skipString(text, at);
        key = readKey(text.slice(at, end));
        at = skipSpace(text, skipSpace(text, end) + 1);
      }
      const part = wanted.keys.get(key);
      at = skipSpace(text, part ? this.read(at, part) : skipValue(text, at));
      if (text[at] === ',') at = skipSpace(text, at + 1);
    }
    return at + 1;
  }

  /** Until it is found, what is wanted stands where the collection around it begins. */
  private noteAll({ pointer, keys }: Wanted, start: number): void {
    if (pointer !== null) this.found.set(pointer, [start, start + 1]);
    for (const part of keys.values()) this.noteAll(part, start);
  }
}

export function readKey(written: string): string {
  try {
    return JSON.parse(written) as string;
  } catch {
    return written;
  }
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r\uFEFF'.includes(text[at] as string)) at++;
  return at;
}

export function skipString(text: string, from: number): number {
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

/** Behind a value of any depth. */
export function skipValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    const sign = text[at] as string;
    if (sign === '"') at = skipString(text, at);
    else if (sign === '{' || sign === '[') {
      depth++;
      at++;
    } else if (sign === '}' || sign === ']') {
      if (depth === 0) return at;
      depth--;
      at++;
    } else if (depth === 0 && ' \t\n\r,'.includes(sign)) return at;
    else {
      at++;
      if (depth > 0 || !/[\w.+-]/.test(sign)) continue;
      while (at < text.length && /[\w.+-]/.test(text[at] as string)) at++;
    }
    if (depth === 0) return at;
  }
  return text.length;
}
