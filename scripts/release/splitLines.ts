// Bytes, piece by piece → the lines that they hold.

const LINE_FEED = 0x0a;

/** In bytes: no row of ours comes near it, for it is made of one file of labels, and those are at most 64 MiB. */
const LONGEST_LINE = 128 * 1024 * 1024;

/**
 * The lines without their ends, each good until the next. What stands behind the last line end is a line too, unless it
 * is nothing.
 * @param name of the file, for the error
 * @throws Error for a line of more than `longest` bytes, which would be in memory as a whole
 */
export function* splitLines(pieces: Iterable<Uint8Array>, name = 'A file', longest = LONGEST_LINE): Generator<Buffer> {
  let parts: Buffer[] = [];
  let held = 0;
  const finish = (end: Buffer) => {
    if (held + end.length > longest) throw new Error(`${name} holds a line of more than ${longest} bytes.`);
    const line = parts.length > 0 ? Buffer.concat([...parts, end]) : end;
    parts = [];
    held = 0;
    return line;
  };
  for (const { buffer, byteOffset, byteLength } of pieces) {
    const piece = Buffer.from(buffer, byteOffset, byteLength);
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      yield finish(piece.subarray(start, end));
      start = end + 1;
    }
    // The piece may be written over.
    if (start < piece.length) parts.push(Buffer.from(piece.subarray(start)));
    held += piece.length - start;
    if (held > longest) finish(Buffer.alloc(0));
  }
  if (held > 0) yield finish(Buffer.alloc(0));
}
