// Bytes, piece by piece → the lines that they hold.

const LINE_FEED = 0x0a;

/**
 * The lines without their ends, each good until the next. What stands behind the last line end is a line too, unless it
 * is nothing.
 */
export function* splitLines(pieces: Iterable<Uint8Array>): Generator<Buffer> {
  let rest = Buffer.alloc(0);
  for (const { buffer, byteOffset, byteLength } of pieces) {
    const piece = Buffer.from(buffer, byteOffset, byteLength);
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      const line = piece.subarray(start, end);
      yield rest.length > 0 ? Buffer.concat([rest, line]) : line;
      if (rest.length > 0) rest = Buffer.alloc(0);
      start = end + 1;
    }
    // The piece may be written over.
    if (start < piece.length) rest = Buffer.concat([rest, piece.subarray(start)]);
  }
  if (rest.length > 0) yield rest;
}
