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

export const uint32 = (length: number) => new Uint32Array(length);
export const uint8 = (length: number) => new Uint8Array(length);
export const float64 = (length: number) => new Float64Array(length);

/** Numbers of a block that follow one another: its first, how far each is from the one before, and how many. */
interface Run {
  first: number;
  step: number;
  length: number;
}

/**
 * A column of whole numbers from 0 to below 2³² that mostly go on as they begin, such as the lines on which rows stand:
 * a block of those is three numbers, and becomes one of 64 kB with the first that does not.
 */
export class RunColumn {
  private readonly blocks: (Run | Uint32Array)[] = [];

  get(place: number): number {
    const block = this.blocks[place >>> 14];
    const at = place & (BLOCK - 1);
    if (block === undefined) return 0;
    if (block instanceof Uint32Array) return block[at] as number;
    return at < block.length ? block.first + at * block.step : 0;
  }

  set(place: number, number: number): void {
    const { blocks } = this;
    while (place >>> 14 >= blocks.length) blocks.push({ first: 0, step: 0, length: 0 });
    const block = blocks[place >>> 14] as Run | Uint32Array;
    const at = place & (BLOCK - 1);
    if (block instanceof Uint32Array) block[at] = number;
    else if (!goesOn(block, at, number)) {
      const spread = new Uint32Array(BLOCK);
      for (let i = 0; i < block.length; i++) spread[i] = block.first + i * block.step;
      spread[at] = number;
      blocks[place >>> 14] = spread;
    }
  }
}

/** Puts a number at the end of a run, where it goes on with it or is there. */
function goesOn(run: Run, at: number, number: number): boolean {
  if (at < run.length) return number === run.first + at * run.step;
  if (at > run.length) return false;
  if (at === 0) run.first = number;
  else if (at === 1) run.step = number - run.first;
  else if (number !== run.first + at * run.step) return false;
  run.length++;
  return true;
}
