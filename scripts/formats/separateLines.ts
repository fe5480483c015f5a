// Rows, a line each → the same rows with something else between two of them.

const LINE_FEED = 0x0a;

/** Makes a function that joins the lines of a part by `separator`; what it gives is good until it is called again. */
export function lineSeparator(separator: string): (lines: Uint8Array) => Uint8Array<ArrayBuffer> {
  const between = Buffer.from(separator);
  let memory = Buffer.alloc(0);
  const reserve = (used: number, more: number) => {
    if (used + more <= memory.length) return;
    const grown = Buffer.allocUnsafeSlow(2 * (used + more));
    memory.copy(grown, 0, 0, used);
    memory = grown;
  };
  return ({ buffer, byteOffset, length }) => {
    const lines = Buffer.from(buffer, byteOffset, length);
    let used = 0;
    for (let start = 0; start < lines.length; ) {
      const end = lines.indexOf(LINE_FEED, start);
      const line = lines.subarray(start, end < 0 ? lines.length : end);
      reserve(used, between.length + line.length);
      if (start > 0) used += between.copy(memory, used);
      used += line.copy(memory, used);
      start += line.length + 1;
    }
    return memory.subarray(0, used);
  };
}
