// UTF-8 bytes of YAML → what each byte may mean to a reader, and the texts that are cut out of them.
import { resolvePlain } from './coreSchema.ts';

/** What a reader throws to itself where a text is not for it. */
export const UNUSUAL = Symbol('unusual');

export const [LF, SPACE, QUOTE, HASH, APOSTROPHE, COMMA, DASH, COLON] = [10, 32, 34, 35, 39, 44, 45, 58] as const;
export const [GREATER, BRACKET, BACKSLASH, END_BRACKET, BRACE, END_BRACE] = [62, 91, 92, 93, 123, 125] as const;

/** What a byte inside a scalar asks for; most ask for nothing. */
export const Mark = { none: 0, stop: 1, colon: 2, hash: 3, wide: 4, suspect: 5, control: 6 } as const;

/** The {@link Mark} of every byte. A wide one is part of a character beyond ASCII, a suspect one may begin a character that is not for a fast reader. */
export const MARKS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === LF) return Mark.stop;
  if (byte < SPACE || byte === 0x7f) return Mark.control;
  if (byte === COLON) return Mark.colon;
  if (byte === HASH) return Mark.hash;
  if (byte === 0xc2 || byte === 0xe2 || byte === 0xef) return Mark.suspect;
  return byte < 0x80 ? Mark.none : Mark.wide;
});

// Whatever is no text begins with one of these.
const NO_TEXT = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number('-+.~0123456789nNtTfF'.includes(String.fromCharCode(byte))),
);

/** A text and the UTF-8 bytes that it is made of. */
export class Source {
  readonly bytes: Buffer;
  /** One character a byte, so that places in it are places in the bytes. */
  private readonly chars: string;

  /** @param bytes valid UTF-8 */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.chars = bytes.toString('latin1');
  }

  /** The text between two places. */
  cut(from: number, to: number, isAscii: boolean): string {
    return isAscii ? this.chars.slice(from, to) : this.bytes.toString('utf8', from, to);
  }

  /** The value of the plain scalar between two places. */
  cutPlain(from: number, to: number, isAscii: boolean): unknown {
    const { bytes } = this;
    // The most frequent value of all.
    if (
      to - from === 4 &&
      bytes[from] === 110 &&
      bytes[from + 1] === 117 &&
      bytes[from + 2] === 108 &&
      bytes[from + 3] === 108
    )
      return null;
    const text = this.cut(from, to, isAscii);
    return NO_TEXT[bytes[from] as number] === 1 ? resolvePlain(text) : text;
  }

  /** Where the next line begins, from somewhere in a comment. */
  skipComment(from: number): number {
    const { bytes } = this;
    for (let at = from; ; at++) {
      const mark = MARKS[bytes[at] as number];
      if (mark === Mark.stop) return at + 1;
      if (mark === Mark.control || (mark === Mark.suspect && isUncommon(bytes, at))) throw UNUSUAL;
    }
  }

  skipSpaces(from: number): number {
    const { bytes } = this;
    let at = from;
    while (bytes[at] === SPACE) at++;
    return at;
  }
}

/** Whether a suspect byte begins a control character, a line end that YAML 1.1 knew, U+FEFF, or what is no character. */
export function isUncommon(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1] as number;
  const third = bytes[at + 2] as number;
  switch (bytes[at]) {
    case 0xc2:
      return second < 0xa0;
    case 0xe2:
      return second === 0x80 && (third === 0xa8 || third === 0xa9);
    default:
      return (second === 0xbb && third === 0xbf) || (second === 0xbf && third >= 0xbe);
  }
}
