// Texts, one after another → their UTF-8 in one piece.

/** Grows as texts are added; encodes each where it is to stand, which is faster than joining them first. */
export class Utf8Writer {
  private bytes = new Uint8Array(0);
  private length = 0;
  /** So many bytes were taken last; as many are likely to come next. */
  private usual = 0;

  get isEmpty(): boolean {
    return this.length === 0;
  }

  add(text: string): void {
    // No UTF-16 unit needs more than three bytes.
    const most = this.length + 3 * text.length;
    if (most > this.bytes.length) this.grow(most);
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /** What was added, in memory of its own that may be given to another thread. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = new Uint8Array(0);
    this.usual = this.length;
    this.length = 0;
    return taken;
  }

  private grow(least: number): void {
    const grown = new Uint8Array(Math.max(least, 2 * this.bytes.length, this.usual));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

const encoder = new TextEncoder();
