// Bytes of a file, piece by piece → its text, strictly in the encoding that is named.

/** Says that the bytes are not text in that encoding. */
export class EncodingError extends Error {}

/** Yields the text of each piece; a byte order mark is dropped. @throws EncodingError */
export function* decodeText(chunks: Iterable<Uint8Array>, encoding = 'utf-8'): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new EncodingError(encoding);
    }
  };
  for (const bytes of chunks) {
    const text = decode(bytes);
    if (text !== '') yield text;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}
