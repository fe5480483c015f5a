// YAML text as labels are usually written → value; null where a closer look is needed.
import { FlowReader } from './flowYaml.ts';
import { type Key, numberMapping, type Place, topPlace } from './keys.ts';
import { DASH, GREATER, HASH, isUncommon, LF, MARKS, Mark, Source, SPACE, UNUSUAL } from './source.ts';

/**
 * Reads the part of YAML 1.2 that labels are written in, with core schema rules: block mappings with plain keys, block sequences, flow collections and quoted
 * scalars on one line, plain scalars on several, block scalars without special indentation, comments. It never guesses, never throws and never runs
 * anything: whatever else a text holds, wrong or merely rare, gives null, and {@link parseSyntax} must judge. Where it gives a value, that parser gives
 * the same (tests/yaml/agreement.test.ts): this one is there for speed alone.
 */
export function readYaml(text: string): { value: unknown } | null {
  return isWellFormed(text) ? readYamlBytes(Buffer.from(text)) : null;
}

/** The same for a text in UTF-8, which must be valid. */
export function readYamlBytes(bytes: Buffer): { value: unknown } | null {
  if (bytes.at(-1) !== LF) return null;
  try {
    return { value: new CommonReader(bytes).readDocument() };
  } catch (error) {
    if (error === UNUSUAL) return null;
    throw error;
  }
}

function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}

const DEEPEST = 60;

/** What the first byte of a value makes it. */
const Kind = { plain: 0, flow: 1, block: 2, dash: 3, unusual: 4 } as const;
// A few of the unusual ones may begin a plain scalar, but not often.
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte);
  if ('"\'[{'.includes(char)) return Kind.flow;
  if ('|>'.includes(char)) return Kind.block;
  if (byte === DASH) return Kind.dash;
  return '\n?:,]}#&*!%@`'.includes(char) ? Kind.unusual : Kind.plain;
});

/** Lines of a block scalar, put together; kept, since fresh memory is dear. */
let joined = Buffer.alloc(0);

class CommonReader {
  private readonly source: Source;
  private readonly bytes: Uint8Array;
  private readonly flow: FlowReader;
  /** The first byte of the line that is to be read next, after its indentation. */
  private at = 0;
  /** Columns of indentation of that line; -1 at the end of the text. */
  private indent = 0;
  /** Of the line of a plain scalar that was read last: whether it is ASCII, has a comment behind it, and where the next line begins. */
  private isAscii = true;
  private commented = false;
  private behind = 0;

  constructor(bytes: Buffer) {
    this.source = new Source(bytes);
    this.bytes = bytes;
    this.flow = new FlowReader(this.source);
  }

  readDocument(): unknown {
    this.nextLine(0);
    if (this.indent !== 0) throw UNUSUAL;
    const place = topPlace();
    const value: unknown = this.isEntry(this.at) ? this.readSequence(place, 0, 0) : this.readMapping(place, null, 0, 0);
    if (!this.isOver()) throw UNUSUAL;
    return value;
  }

  /** Goes to the next line from `from` on, a line's start, that is neither blank nor a comment. */
  private nextLine(from: number): void {
    const { bytes } = this;
    const { length } = bytes;
    for (let line = from; line < length; ) {
      let at = line;
      while (bytes[at] === SPACE) at++;
      const byte = bytes[at];
      if (byte === HASH) line = this.source.skipComment(at);
      else if (byte === LF) line = at + 1;
      else {
        this.at = at;
        this.indent = at - line;
        return;
      }
    }
    this.at = length;
    this.indent = -1;
  }

  private isOver(): boolean {
    return this.indent < 0;
  }

  private isEntry(at: number): boolean {
    return this.bytes[at] === DASH && this.bytes[at + 1] === SPACE;
  }

  private readSequence(place: Place, indent: number, depth: number): unknown[] {
    const items: unknown[] = [];
    while (this.indent === indent && this.isEntry(this.at)) {
      const at = this.source.skipSpaces(this.at + 2);
      const column = indent + at - this.at;
      const key = place.keyAt(this.source, at, null);
      if (key !== null) {
        this.at = at;
        this.indent = column;
        items.push(this.readMapping(place, key, column, depth + 1));
      } else items.push(this.readScalar(place, at, indent));
      if (this.indent > indent) throw UNUSUAL;
    }
    return items;
  }

  /** @param first the key that it begins with, where that has been found already */
  private readMapping(place: Place, first: Key | null, indent: number, depth: number): Record<string, unknown> {
    if (depth > DEEPEST) throw UNUSUAL;
    const { bytes, source } = this;
    const map: Record<string, unknown> = {};
    const mapping = numberMapping();
    let last: Key | null = null;
    while (this.indent === indent) {
      const key: Key | null = first ?? place.keyAt(source, this.at, last);
      first = null;
      if (key === null) {
        // A sequence may stand as deep as its key; what else stands here is not usual.
        if (this.isEntry(this.at)) break;
        throw UNUSUAL;
      }
      if (key.mapping === mapping) throw UNUSUAL;
      key.mapping = mapping;
      last = key;
      const at = source.skipSpaces(this.at + key.bytes.length);
      const byte = bytes[at];
      map[key.name] =
        byte === LF || byte === HASH
          ? this.readNested(key.below, at, indent, depth)
          : this.readScalar(key.below, at, indent);
      if (this.indent > indent) throw UNUSUAL;
    }
    return map;
  }

  /** What stands below a key. */
  private readNested(place: Place, from: number, indent: number, depth: number): unknown {
    this.nextLine(this.source.skipComment(from));
    if (this.indent >= indent && this.isEntry(this.at)) return this.readSequence(place, this.indent, depth + 1);
    return this.indent > indent ? this.readMapping(place, null, this.indent, depth + 1) : null;
  }

  /** Reads a scalar or a flow collection that ends on its line, or a block scalar, and goes to the next line. `indent` is that of the collection around it. */
  private readScalar(place: Place, from: number, indent: number): unknown {
    switch (KINDS[this.bytes[from] as number]) {
      case Kind.plain:
        return this.readPlain(from, indent);
      case Kind.flow: {
        this.flow.at = from;
        const value = this.flow.read(place);
        this.endLine(this.flow.at);
        return value;
      }
      case Kind.block:
        return this.readBlock(from, indent);
      case Kind.dash:
        if (isBreak(this.bytes[from + 1])) throw UNUSUAL;
        return this.readPlain(from, indent);
      default:
        throw UNUSUAL;
    }
  }

  /** Goes to the next line from a place behind which nothing but a comment may stand. */
  private endLine(from: number): void {
    const at = this.source.skipSpaces(from);
    const byte = this.bytes[at];
    if (byte !== LF && (byte !== HASH || at === from)) throw UNUSUAL;
    this.nextLine(this.source.skipComment(at));
  }

  /** A plain scalar goes on as long as lines stand deeper than the collection around it. */
  private readPlain(from: number, indent: number): unknown {
    const end = this.scanPlain(from);
    const { commented, isAscii } = this;
    let line = this.behind;
    this.nextLine(line);
    if (this.indent <= indent) return this.source.cutPlain(from, end, isAscii);
    // A comment ends a scalar, and an empty line in one is a line break: neither is usual.
    if (commented) throw UNUSUAL;
    let value = this.source.cut(from, end, isAscii);
    while (this.indent > indent) {
      const start = this.at;
      if (this.commented || start - this.indent !== line || !this.mayBegin(start)) throw UNUSUAL;
      const stop = this.scanPlain(start);
      value += ` ${this.source.cut(start, stop, this.isAscii)}`;
      line = this.behind;
      this.nextLine(line);
    }
    return value;
  }

  private mayBegin(at: number): boolean {
    const kind = KINDS[this.bytes[at] as number];
    return kind === Kind.plain || (kind === Kind.dash && !isBreak(this.bytes[at + 1]));
  }

  /** Where the part of a plain scalar ends that stands on this line; sets the three fields above. */
  private scanPlain(from: number): number {
    const { bytes } = this;
    let isAscii = true;
    let at = from;
    scan: for (; ; at++) {
      switch (MARKS[bytes[at] as number]) {
        case Mark.none:
          continue;
        case Mark.stop:
          break scan;
        case Mark.colon:
          if (isBreak(bytes[at + 1])) throw UNUSUAL;
          continue;
        case Mark.hash:
          if (bytes[at - 1] === SPACE) break scan;
          continue;
        case Mark.suspect:
          if (isUncommon(bytes, at)) throw UNUSUAL;
          isAscii = false;
          continue;
        case Mark.wide:
          isAscii = false;
          continue;
        default:
          throw UNUSUAL;
      }
    }
    this.isAscii = isAscii;
    this.commented = bytes[at] === HASH;
    this.behind = this.commented ? this.source.skipComment(at) : at + 1;
    while (bytes[at - 1] === SPACE) at--;
    return at;
  }

  private readBlock(from: number, indent: number): string {
    const { bytes, source } = this;
    const strip = bytes[from + 1] === DASH;
    let line = from + (strip ? 2 : 1);
    if (bytes[line++] !== LF) throw UNUSUAL;
    const folded = bytes[from] === GREATER;
    const depth = source.skipSpaces(line) - line;
    if (depth <= indent || bytes[line + depth] === LF) throw UNUSUAL;
    if (joined.length < bytes.length) joined = Buffer.allocUnsafeSlow(bytes.length);
    let isAscii = true;
    let size = 0;
    let gaps = 0;
    while (line < bytes.length) {
      let at = source.skipSpaces(line);
      const spaces = at - line;
      if (bytes[at] === LF) {
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
      if (size > 0) {
        if (!folded) gaps++;
        else if (gaps === 0) joined[size++] = SPACE;
        for (; gaps > 0; gaps--) joined[size++] = LF;
      }
      for (at = line + depth; bytes[at] !== LF; at++) {
        const byte = bytes[at] as number;
        const mark = MARKS[byte];
        if (mark === Mark.suspect ? isUncommon(bytes, at) : mark === Mark.control) throw UNUSUAL;
        if (byte >= 0x80) isAscii = false;
        joined[size++] = byte;
      }
      gaps = 0;
      line = at + 1;
    }
    this.nextLine(line);
    if (!strip) joined[size++] = LF;
    return joined.toString(isAscii ? 'latin1' : 'utf8', 0, size);
  }
}

function isBreak(byte: number | undefined): boolean {
  return byte === SPACE || byte === LF;
}
