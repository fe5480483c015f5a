// Where pieces were put, by their places → three numbers each, not an object.
import { Column, float64 } from '../../release/column.ts';
import type { ScratchPiece } from '../scratch.ts';

export class PieceList {
  private readonly numbers = new Column(float64);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Puts a piece behind the others, or in the place of one of them. */
  set(place: number, { at, length, sum }: ScratchPiece): void {
    for (const [i, number] of [at, length, sum].entries()) this.numbers.set(3 * place + i, number);
    this.count = Math.max(this.count, place + 1);
  }

  at(place: number): ScratchPiece {
    const [at = 0, length = 0, sum = 0] = [0, 1, 2].map((i) => this.numbers.get(3 * place + i));
    return { at, length, sum };
  }
}
