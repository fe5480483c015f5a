// Where pieces were put, by their places → three numbers each, not an object.
import type { ScratchPiece } from '../scratch.ts';

export class PieceList {
  private numbers = new Float64Array(3 * 256);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Puts a piece behind the others, or in the place of one of them. */
  set(place: number, { at, length, sum }: ScratchPiece): void {
    if (3 * place >= this.numbers.length) {
      const grown = new Float64Array(2 * this.numbers.length);
      grown.set(this.numbers);
      this.numbers = grown;
    }
    this.numbers.set([at, length, sum], 3 * place);
    this.count = Math.max(this.count, place + 1);
  }

  at(place: number): ScratchPiece {
    const [at = 0, length = 0, sum = 0] = this.numbers.subarray(3 * place, 3 * place + 3);
    return { at, length, sum };
  }
}
