// Findings → how many records an error touches, how many a warning.
import type { Severity } from '../findings/finding.ts';

const BITS: Readonly<Record<Severity, number>> = { error: 1, warning: 2, info: 0 };

/** Two bits for each record. */
export class Touched {
  private bits = new Uint8Array(1024);

  touch(severity: Severity, numbers: readonly number[]): void {
    for (const number of numbers) {
      if (number >= this.bits.length) {
        const grown = new Uint8Array(Math.max(number + 1, 2 * this.bits.length));
        grown.set(this.bits);
        this.bits = grown;
      }
      this.bits[number] = (this.bits[number] as number) | BITS[severity];
    }
  }

  /** Records that an error touches, that a warning touches, and that either does, of the first `size`. */
  count(size: number): { error: number; warning: number; either: number } {
    const counts = { error: 0, warning: 0, either: 0 };
    for (const bits of this.bits.subarray(0, size)) {
      if (bits & 1) counts.error++;
      if (bits & 2) counts.warning++;
      if (bits) counts.either++;
    }
    return counts;
  }
}
