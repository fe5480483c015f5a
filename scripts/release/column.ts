// Numbers by their places → the same in blocks: nothing is copied when more come, nor is room for as many left empty.

/** Places of a block. */
const BLOCK = 1 << 14;

type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** A column of numbers that grows; a place that was never set holds 0. */
export class Column<T extends Numbers> {
  private readonly blocks: T[] = [];
  private readonly make: (length: number) => T;

  /** @param make gives memory for so many numbers */
  constructor(make: (length: number) => T) {
    this.make = make;
  }

  get(place: number): number {
    return this.blocks[place >>> 14]?.[place & (BLOCK - 1)] ?? 0;
  }

  set(place: number, number: number): void {
    while (place >>> 14 >= this.blocks.length) this.blocks.push(this.make(BLOCK));
    const block = this.blocks[place >>> 14] as T;
    block[place & (BLOCK - 1)] = number;
  }
}

export const int32 = (length: number) => new Int32Array(length);
export const uint32 = (length: number) => new Uint32Array(length);
export const uint8 = (length: number) => new Uint8Array(length);
export const float64 = (length: number) => new Float64Array(length);
