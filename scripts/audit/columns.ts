// Numbers, one after another → a column of them that grows, at eight bytes a number or less.

type Numbers = Int32Array | Float64Array | Uint8Array | Uint16Array;

/** A growing column. */
export class Column<T extends Numbers> {
  length = 0;
  private values: T;

  constructor(empty: T) {
    this.values = empty;
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const { values } = this;
      const grown = new (values.constructor as new (length: number) => T)(Math.max(64, 2 * values.length));
      grown.set(values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return this.values[index] as number;
  }

  /** The numbers so far, in place. */
  view(): T {
    return this.values.subarray(0, this.length) as T;
  }
}

export const int32 = (): Column<Int32Array> => new Column(new Int32Array(0));
export const float64 = (): Column<Float64Array> => new Column(new Float64Array(0));
export const uint8 = (): Column<Uint8Array> => new Column(new Uint8Array(0));

/**
 * A number of 53 bits for a text: two hashes (FNV-1a and a rotating product), so that texts meet once in about 10^15
 * pairs.
 */
export function keyOf(text: string): number {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(((second << 5) | (second >>> 27)) ^ unit, 0x27220a95);
  }
  return joinKey(first, second);
}

/** 53 bits of two numbers of 32. */
export function joinKey(low: number, high: number): number {
  return (low >>> 0) * 0x200000 + ((high ^ (high >>> 15)) >>> 11);
}
