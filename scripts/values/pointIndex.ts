// Text → where its code points stand among its UTF-16 units.

// Two units that are one code point. What stands alone counts as one.
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/**
 * Answers for many offsets of one text what counting from its beginning would, and looks through the text only once.
 */
export class PointIndex {
  /** Number of code points of the text. */
  readonly length: number;
  /** Code points of two units, as offsets in code points, ascending. */
  private readonly pairs: readonly number[];

  constructor(text: string) {
    const pairs: number[] = [];
    PAIR.lastIndex = 0;
    while (PAIR.test(text)) pairs.push(PAIR.lastIndex - 2 - pairs.length);
    this.pairs = pairs;
    this.length = text.length - pairs.length;
  }

  /** The UTF-16 offset of an offset in code points that lies in the text. */
  unitOf(point: number): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.pairs[middle] as number) < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }

  /** The offset in code points of a UTF-16 offset that lies in the text. */
  pointOf(unit: number): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.pairs[middle] as number) + middle < unit) low = middle + 1;
      else high = middle;
    }
    return unit - low;
  }
}
