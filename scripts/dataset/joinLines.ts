// Lines in UTF-8 → the same lines, joined by something else.

const LINE_FEED = 0x0a;

/** Joins lines by `separator`, last of all nothing. The memory of the result is used again by the next call. */
export function createJoiner(separator: string): (lines: Uint8Array) => Uint8Array {
  const between = Buffer.from(separator);
  let joined = Buffer.alloc(0);
  return ({ buffer, byteOffset, byteLength }) => {
    const lines = Buffer.from(buffer, byteOffset, byteLength);
    // No more than this, even if there is nothing but line ends.
    const most = lines.length * Math.max(1, between.length);
    if (joined.length < most) joined = Buffer.allocUnsafeSlow(most);
    let length = 0;
    for (let start = 0; start < lines.length; ) {
      const found = lines.indexOf(LINE_FEED, start);
      const end = found < 0 ? lines.length : found;
      if (start > 0) length += between.copy(joined, length);
      length += lines.copy(joined, length, start, end);
      start = end + 1;
    }
    return joined.subarray(0, length);
  };
}
