// A text in pieces → its bytes, without the whole of it as a text as well.

/** So many characters are put together before they are written: one write for each number would take long. */
const TOGETHER = 1 << 14;

/** The UTF-8 of a text. `write` is asked for its pieces twice, and gives the same each time. */
export function joinPieces(write: () => Iterable<string>): Uint8Array {
  let length = 0;
  for (const text of gather(write())) length += Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const text of gather(write())) at += bytes.write(text, at);
  return bytes;
}

/** The JSON of a list, piece by piece. */
export function* writeList(items: Iterable<unknown>): Generator<string> {
  yield '[';
  let begun = false;
  for (const item of items) {
    yield begun ? `,${JSON.stringify(item)}` : JSON.stringify(item);
    begun = true;
  }
  yield ']';
}

function* gather(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < TOGETHER) continue;
    yield text;
    text = '';
  }
  yield text;
}
