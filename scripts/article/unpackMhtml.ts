// A page that a browser saved as one file (MHTML, RFC 2557) → the page itself.

export interface SavedPage {
  bytes: Uint8Array;
  /** The encoding that its part names, or null. */
  encoding: string | null;
  /** Where it was saved from, or null. */
  address: string | null;
}

/**
 * The page of an archive, null where the bytes are none. Throws an error whose message says why there is no page in it.
 */
export function unpackMhtml(bytes: Uint8Array): SavedPage | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!/^[!-9;-~]{1,100}:/.test(text)) return null;
  const whole = splitPart(text);
  const type = whole.headers.get('content-type') ?? '';
  if (!whole.headers.has('mime-version') || !/^multipart\/related\b/i.test(type)) return null;
  const boundary = /boundary="([^"]{1,200})"|boundary=([^\s;]{1,200})/i.exec(type)?.slice(1).find(Boolean);
  if (boundary === undefined) throw new Error('it names no boundary between its parts');
  for (const piece of whole.body.split(`--${boundary}`).slice(1)) {
    const { headers, body } = splitPart(piece.replace(/^[ \t]*\r?\n/, ''));
    const kind = headers.get('content-type') ?? '';
    if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(kind)) continue;
    const address = headers.get('content-location') ?? whole.headers.get('snapshot-content-location') ?? null;
    return {
      bytes: decodeBody(body.replace(/\r?\n$/, ''), headers.get('content-transfer-encoding') ?? ''),
      encoding: /charset="?([\w-]+)/i.exec(kind)?.[1] ?? null,
      address: address !== null && /^https?:\/\//i.test(address) ? address : null,
    };
  }
  throw new Error('no page is among its parts');
}

/** Headers, their names in lower case and their lines joined, and what stands below the empty line. */
function splitPart(text: string): { headers: Map<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = new Map(
    lines.flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]] : [];
    }),
  );
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' };
}

/** RFC 2045. What is no code of quoted-printable stays as it is. */
function decodeBody(body: string, encoding: string): Uint8Array {
  if (/^base64$/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/^quoted-printable$/i.test(encoding)) return Buffer.from(body, 'latin1');
  const joined = body.replace(/=[ \t]*\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
