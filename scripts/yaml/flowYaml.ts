// A flow collection or quoted scalar on one line → its value; undefined where it is not of the usual kind.
import { resolvePlain } from './coreSchema.ts';

// No colon that could end a key, no quotation mark, nothing that begins a reference, a tag or a comment.
const PLAIN = /[A-Za-z0-9_.+~/-](?:[^,[\]{}#:"'&*!|>%@`?\n]|:(?=[^\s,[\]{}"']))*/y;
const KEY = /[A-Za-z_][\w-]*(?=: )/y;
const NO_KEY = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE|__proto__)$/;
const DEEPEST = 20;

/** Reads from `at` up to `end`, where the line ends. */
export class FlowReader {
  at: number;
  private readonly text: string;
  private readonly end: number;

  constructor(text: string, at: number, end: number) {
    this.text = text;
    this.at = at;
    this.end = end;
  }

  /** The value that begins here, and `at` behind it; undefined, and `at` anywhere, where another parser must be asked. */
  read(depth = 0): unknown {
    if (depth > DEEPEST) return undefined;
    switch (this.text[this.at]) {
      case '"':
        return this.readDouble();
      case "'":
        return this.readSingle();
      case '[':
        return this.readList(depth);
      case '{':
        return this.readMap(depth);
      default:
        return this.readPlain();
    }
  }

  private readDouble(): string | undefined {
    const from = this.at + 1;
    let close = this.text.indexOf('"', from);
    let escaped = false;
    while (close > 0 && this.text[close - 1] === '\\' && isEscaped(this.text, close)) {
      escaped = true;
      close = this.text.indexOf('"', close + 1);
    }
    if (close < 0 || close > this.end) return undefined;
    this.at = close + 1;
    const inner = this.text.slice(from, close);
    if (!escaped && !inner.includes('\\')) return inner;
    // These mean in JSON what they mean in YAML.
    return /^(?:[^\\]|\\["\\/nt])*$/.test(inner) ? (JSON.parse(`"${inner}"`) as string) : undefined;
  }

  private readSingle(): string | undefined {
    const from = this.at + 1;
    let close = this.text.indexOf("'", from);
    let doubled = false;
    while (close > 0 && this.text[close + 1] === "'") {
      doubled = true;
      close = this.text.indexOf("'", close + 2);
    }
    if (close < 0 || close > this.end) return undefined;
    this.at = close + 1;
    const inner = this.text.slice(from, close);
    return doubled ? inner.replaceAll("''", "'") : inner;
  }

  private readPlain(): unknown {
    PLAIN.lastIndex = this.at;
    const found = PLAIN.exec(this.text)?.[0].trimEnd();
    if (found === undefined || found === '-' || found.startsWith('- ')) return undefined;
    this.at += found.length;
    return resolvePlain(found);
  }

  private readList(depth: number): unknown[] | undefined {
    const items: unknown[] = [];
    this.at++;
    this.skipSpaces();
    if (this.text[this.at] === ']') {
      this.at++;
      return items;
    }
    for (;;) {
      const item = this.read(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
      const closed = this.step(']');
      if (closed !== false) return closed ? items : undefined;
    }
  }

  private readMap(depth: number): Record<string, unknown> | undefined {
    const map: Record<string, unknown> = {};
    this.at++;
    this.skipSpaces();
    if (this.text[this.at] === '}') {
      this.at++;
      return map;
    }
    for (;;) {
      KEY.lastIndex = this.at;
      const key = KEY.exec(this.text)?.[0];
      if (key === undefined || NO_KEY.test(key) || map[key] !== undefined) return undefined;
      this.at += key.length + 1;
      this.skipSpaces();
      const value = this.read(depth + 1);
      if (value === undefined) return undefined;
      map[key] = value;
      const closed = this.step('}');
      if (closed !== false) return closed ? map : undefined;
    }
  }

  /** Behind an item: true where the collection ends, false where another item follows, null where something else stands. */
  private step(close: string): boolean | null {
    this.skipSpaces();
    const char = this.text[this.at];
    if (char !== close && char !== ',') return null;
    this.at++;
    if (char === close) return true;
    // A comma wants a space behind it here; without one it would still be a comma, but rarely is one.
    if (this.text[this.at] !== ' ') return null;
    this.skipSpaces();
    return false;
  }

  private skipSpaces(): void {
    while (this.text[this.at] === ' ') this.at++;
  }
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
