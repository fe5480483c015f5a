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
    for (let rest = text; rest !== ''; ) {
      // A text needs at least as many bytes as it has UTF-16 units.
      if (this.bytes.length - this.length < rest.length) this.grow(this.length + rest.length);
      const { read, written } = encoder.encodeInto(rest, this.bytes.subarray(this.length));
      this.length += written;
      if (read === rest.length) return;
      rest = rest.slice(read);
      // No unit needs more than three.
      this.grow(this.length + 3 * rest.length);
    }
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
    const grown = new Uint8Array(Math.max(least, 2 * this.bytes.length, Math.ceil(1.2 * this.usual)));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

const encoder = new TextEncoder();
