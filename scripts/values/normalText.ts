// Bytes or text → norm-1, the form in which digests and offsets are taken.
import { isAscii, isUtf8, transcode } from 'node:buffer';

/**
 * norm-1: one leading U+FEFF dropped; NFC; CRLF and CR to LF; spaces and tabs before a line's end dropped; final LFs
 * replaced by exactly one.
 */
export function normaliseText(text: string): string {
  return isTidy(text) ? text.normalize('NFC') : normaliseUntidy(text);
}

/**
 * Whether at most letters and marks are left to be composed, which brings about none of the signs that are looked at
 * here.
 */
function isTidy(text: string): boolean {
  if (text.charCodeAt(0) === BYTE_ORDER_MARK || text.includes('\r')) return false;
  let last = -1;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    const before = text.charCodeAt(end - 1);
    if (before === SPACE || before === TAB) return false;
    last = end;
  }
  return last >= 0 && last === text.length - 1 && text.charCodeAt(last - 1) !== LF;
}

const [TAB, LF, SPACE, BYTE_ORDER_MARK] = [9, 10, 32, 0xfeff];

function normaliseUntidy(text: string): string {
  return `${text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+(?=\n|$)/g, '')
    .replace(/\n+$/, '')}\n`;
}

/** Strict UTF-8: the text, or null where the bytes are not valid UTF-8. Keeps a leading U+FEFF. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const { buffer, byteOffset, byteLength } = bytes;
  const source = Buffer.from(buffer, byteOffset, byteLength);
  if (isAscii(source)) return source.toString('latin1');
  if (!isUtf8(source)) return null;
  // In two steps it takes half as long, and the memory between them is kept small.
  return byteLength > MOST_AT_ONCE ? source.toString('utf8') : transcode(source, 'utf8', 'utf16le').toString('utf16le');
}

const MOST_AT_ONCE = 1024 * 1024;

/** Number of Unicode code points. */
export function countCodePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    if (isPairAt(text, i)) {
      count--;
      i++;
    }
  }
  return count;
}

function isPairAt(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const next = text.charCodeAt(i + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}
