// YAML text as labels are usually written → value; null where a closer look is needed.
import { resolvePlain } from './coreSchema.ts';
import { FlowReader } from './flowYaml.ts';

/** What the scanner throws to itself where a text is not for it. */
const UNUSUAL = Symbol('unusual');

/**
 * Reads the part of YAML 1.2 that labels are written in, with core schema rules: block mappings with plain keys, block sequences, flow collections and quoted
 * scalars on one line, plain scalars on several, block scalars without special indentation, comments. It never guesses, never throws and never runs
 * anything: whatever else a text holds, wrong or merely rare, gives null, and {@link parseSyntax} must judge. Where it gives a value, that parser gives
 * the same (tests/yaml/agreement.test.ts): this one is there for speed alone.
 */
export function readYaml(text: string): { value: unknown } | null {
  if (!text.endsWith('\n') || UNCOMMON.test(text) || !isWellFormed(text)) return null;
  try {
    return { value: new CommonReader(text).readDocument() };
  } catch (error) {
    if (error === UNUSUAL) return null;
    throw error;
  }
}

// Control characters (tab and CR too), and line ends that YAML 1.1 knew.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for.
const UNCOMMON = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}

const [LF, SPACE, HASH, DASH, COLON] = [10, 32, 35, 45, 58];
const [QUOTE, APOSTROPHE, BRACKET, BRACE, BAR, GREATER] = [34, 39, 91, 123, 124, 62];
const DEEPEST = 60;

/** Keys seen before, by a rough digest: a key that is known need not be cut out of the text again. */
const KEYS: string[] = Array.from({ length: 4096 }, () => '');
/** Words that are no text where they stand alone. */
const NO_KEY = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE|__proto__)$/;

class CommonReader {
  private readonly text: string;
  /** The first character of the line that is to be read next, after its indentation. */
  private at = 0;
  /** Columns of indentation of that line; -1 at the end of the text. */
  private indent = 0;

  constructor(text: string) {
    this.text = text;
  }

  readDocument(): unknown {
    this.nextLine(0);
    if (this.indent !== 0) throw UNUSUAL;
    const value: unknown = this.isEntry(this.at) ? this.readSequence(0, 0) : this.readMapping(0, 0);
    if (!this.isOver()) throw UNUSUAL;
    return value;
  }

  /** Goes to the next line from `from` on, a line's start, that is neither blank nor a comment. */
  private nextLine(from: number): void {
    const { text } = this;
    for (let line = from; line < text.length; ) {
      let at = line;
      while (text.charCodeAt(at) === SPACE) at++;
      const code = text.charCodeAt(at);
      if (code === HASH) line = text.indexOf('\n', at) + 1;
      else if (code === LF) line = at + 1;
      else {
        this.at = at;
        this.indent = at - line;
        return;
      }
    }
    this.at = text.length;
    this.indent = -1;
  }

  private isOver(): boolean {
    return this.indent < 0;
  }

  private isEntry(at: number): boolean {
    return this.text.charCodeAt(at) === DASH && this.text.charCodeAt(at + 1) === SPACE;
  }

  private readSequence(indent: number, depth: number): unknown[] {
    const items: unknown[] = [];
    while (this.indent === indent && this.isEntry(this.at)) {
      let at = this.at + 2;
      while (this.text.charCodeAt(at) === SPACE) at++;
      const column = indent + at - this.at;
      if (this.keyEnd(at) >= 0) {
        this.at = at;
        this.indent = column;
        items.push(this.readMapping(column, depth + 1));
      } else items.push(this.readScalar(at, indent));
      if (this.indent > indent) throw UNUSUAL;
    }
    return items;
  }

  private readMapping(indent: number, depth: number): Record<string, unknown> {
    if (depth > DEEPEST) throw UNUSUAL;
    const { text } = this;
    const map: Record<string, unknown> = {};
    while (this.indent === indent) {
      const end = this.keyEnd(this.at);
      if (end < 0) {
        // A sequence may stand as deep as its key; what else stands here is not usual.
        if (this.isEntry(this.at)) break;
        throw UNUSUAL;
      }
      const key = this.cutKey(this.at, end);
      // A key given twice, or one that every object has.
      if (map[key] !== undefined) throw UNUSUAL;
      let at = end + 1;
      while (text.charCodeAt(at) === SPACE) at++;
      const code = text.charCodeAt(at);
      map[key] = code === LF || code === HASH ? this.readNested(at, indent, depth) : this.readScalar(at, indent);
      if (this.indent > indent) throw UNUSUAL;
    }
    return map;
  }

  /** What stands below a key. */
  private readNested(from: number, indent: number, depth: number): unknown {
    this.nextLine(this.text.indexOf('\n', from) + 1);
    if (this.indent >= indent && this.isEntry(this.at)) return this.readSequence(this.indent, depth + 1);
    return this.indent > indent ? this.readMapping(this.indent, depth + 1) : null;
  }

  /** Where the colon of a plain key stands; -1 where there is no such key. */
  private keyEnd(from: number): number {
    const { text } = this;
    let at = from;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
      if (isLetter) continue;
      const isInner = code === DASH || (code >= 48 && code <= 57);
      if (!isInner || at === from) break;
    }
    if (at === from || text.charCodeAt(at) !== COLON || at - from > 100) return -1;
    const after = text.charCodeAt(at + 1);
    return after === SPACE || after === LF ? at : -1;
  }

  private cutKey(from: number, end: number): string {
    const { text } = this;
    const length = end - from;
    const slot =
      (length * 31 +
        text.charCodeAt(from) * 7 +
        text.charCodeAt(end - 1) +
        text.charCodeAt(from + (length >> 1)) * 61) &
      4095;
    const known = KEYS[slot] as string;
    if (known.length === length && text.startsWith(known, from)) return known;
    const key = text.slice(from, end);
    if (NO_KEY.test(key)) throw UNUSUAL;
    KEYS[slot] = key;
    return key;
  }

  /** Reads a scalar or a flow collection that ends on its line, or a block scalar, and goes to the next line. `indent` is that of the collection around it. */
  private readScalar(from: number, indent: number): unknown {
    const { text } = this;
    const lineEnd = text.indexOf('\n', from);
    switch (text.charCodeAt(from)) {
      case QUOTE:
      case APOSTROPHE:
      case BRACKET:
      case BRACE: {
        const flow = new FlowReader(text, from, lineEnd);
        const value = flow.read();
        if (value === undefined || !isRest(text, flow.at, lineEnd)) throw UNUSUAL;
        this.nextLine(lineEnd + 1);
        return value;
      }
      case BAR:
      case GREATER:
        return this.readBlock(from, lineEnd, indent);
      default:
        return this.readPlain(from, lineEnd, indent);
    }
  }

  /** A plain scalar goes on as long as lines stand deeper than the collection around it. */
  private readPlain(from: number, lineEnd: number, indent: number): unknown {
    const { text } = this;
    let value = cutPlain(text, from, lineEnd);
    let commented = hasComment(text, from + value.length, lineEnd);
    let line = lineEnd + 1;
    for (;;) {
      this.nextLine(line);
      if (this.indent <= indent) return resolvePlain(value);
      // A comment ends a scalar, and an empty line in one is a line break: neither is usual.
      if (commented || this.at - this.indent !== line) throw UNUSUAL;
      const end = text.indexOf('\n', this.at);
      const more = cutPlain(text, this.at, end);
      commented = hasComment(text, this.at + more.length, end);
      value += ` ${more}`;
      line = end + 1;
    }
  }

  private readBlock(from: number, lineEnd: number, indent: number): string {
    const { text } = this;
    const strip = text.charCodeAt(from + 1) === DASH;
    if (from + (strip ? 2 : 1) !== lineEnd) throw UNUSUAL;
    const folded = text.charCodeAt(from) === GREATER;
    let line = lineEnd + 1;
    const depth = countSpaces(text, line);
    if (depth <= indent || text.charCodeAt(line + depth) === LF) throw UNUSUAL;
    let value = '';
    let gaps = 0;
    while (line < text.length) {
      const spaces = countSpaces(text, line);
      if (text.charCodeAt(line + spaces) === LF) {
        if (spaces > 0) throw UNUSUAL;
        gaps++;
        line++;
        continue;
      }
      if (spaces < depth) {
        if (spaces > indent) throw UNUSUAL;
        break;
      }
      // A line that stands deeper is not folded.
      if (folded && spaces > depth) throw UNUSUAL;
      const end = text.indexOf('\n', line);
      if (value !== '') value += folded ? (gaps === 0 ? ' ' : '\n'.repeat(gaps)) : '\n'.repeat(gaps + 1);
      value += text.slice(line + depth, end);
      gaps = 0;
      line = end + 1;
    }
    this.nextLine(line);
    return strip ? value : `${value}\n`;
  }
}

function countSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at - from;
}

/** Whether nothing but a comment stands between two places. */
function isRest(text: string, from: number, lineEnd: number): boolean {
  const at = from + countSpaces(text, from);
  return at === lineEnd || (at > from && text.charCodeAt(at) === HASH);
}

// A plain scalar begins with none of these; a few of them may begin one, but not often.
const NO_PLAIN = new Set(Array.from('?:,[]{}#&*!|>\'"%@`', (char) => char.charCodeAt(0)));

/** Whether anything but spaces stands between the end of a scalar and the end of its line. */
function hasComment(text: string, from: number, lineEnd: number): boolean {
  return from + countSpaces(text, from) < lineEnd;
}

/** The text of a plain scalar on one line, without a comment behind it. */
function cutPlain(text: string, from: number, lineEnd: number): string {
  const first = text.charCodeAt(from);
  if (from === lineEnd || NO_PLAIN.has(first) || (first === DASH && isBreak(text.charCodeAt(from + 1)))) throw UNUSUAL;
  let end = lineEnd;
  for (let at = from; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON && isBreak(text.charCodeAt(at + 1))) throw UNUSUAL;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) {
      end = at;
      break;
    }
  }
  while (text.charCodeAt(end - 1) === SPACE) end--;
  return text.slice(from, end);
}

function isBreak(code: number): boolean {
  return code === SPACE || code === LF;
}
