// Whole numbers, one after another → the same in about a byte each, for what is kept of every claim.

/** Numbers from 0 that mostly are small: seven bits of each to a byte, and the eighth says whether more follow. */
export class NumberLog {
  private bytes = new Uint8Array(1 << 10);
  private end = 0;

  /** @param number a whole number from 0 to below 2⁵³ */
  add(number: number): void {
    if (this.end + 8 > this.bytes.length) {
      const grown = new Uint8Array(2 * this.bytes.length);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    let rest = number;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) this.bytes[this.end++] = (rest % 0x80) | 0x80;
    this.bytes[this.end++] = rest;
  }

  /** A function that gives the numbers in their order, one a call. */
  reader(): () => number {
    let at = 0;
    return () => {
      let number = 0;
      for (let factor = 1; ; factor *= 0x80) {
        const byte = this.bytes[at++] ?? 0;
        if (byte < 0x80) return number + byte * factor;
        number += (byte - 0x80) * factor;
      }
    };
  }
}
