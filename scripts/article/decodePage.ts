// Bytes of a page → its text, and which bytes could not be read.
import { decodeUtf8 } from '../values/normalText.ts';

export interface DecodedPage {
  text: string;
  /** Places of bytes that are no letter in the page's encoding; U+FFFD stands in the text for each. */
  bad: number[];
}

/** More bad bytes than one in so many, and the encoding is another one. */
const RARE = 500;

/**
 * Reads by the byte order mark, else as UTF-8 where that is valid, else by the encoding that the server or the page
 * names. Of UTF-8 with a few bad bytes these alone are lost; another encoding is never guessed. Returns the first bad
 * byte where the page is no text in any of these ways.
 */
export function decodePage(bytes: Uint8Array, named: string | null): DecodedPage | { badAt: number } {
  const marked = markOf(bytes);
  if (marked !== null) {
    const text = decodeAs(marked, bytes);
    return text === null ? { badAt: 0 } : { text, bad: [] };
  }
  const text = decodeUtf8(bytes);
  if (text !== null) return text.includes('\0') ? { badAt: bytes.indexOf(0) } : { text, bad: [] };
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const encoding =
    named ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,80}encoding=["']([\w-]+)/i.exec(head)?.[1];
  const isUtf8 = encoding === undefined || /^utf-?8$/i.test(encoding);
  const read = isUtf8 ? null : decodeAs(encoding, bytes);
  if (read !== null && !read.includes('\0')) return { text: read, bad: [] };
  const bad = listBadBytes(bytes);
  if (bytes.includes(0) || bad.length * RARE > bytes.length) return { badAt: bad[0] ?? 0 };
  return { text: Buffer.from(bytes).toString('utf8'), bad };
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where UTF-8 cannot be read, as the WHATWG decoder counts: a sequence that breaks off is bad as a whole. */
function listBadBytes(bytes: Uint8Array): number[] {
  const bad: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] as number;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    if (length > 0 && i + length <= bytes.length && decodeUtf8(bytes.subarray(i, i + length)) !== null) i += length;
    else {
      bad.push(i++);
      while (((bytes[i] ?? 0) & 0xc0) === 0x80) i++;
    }
  }
  return bad;
}
