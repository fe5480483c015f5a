// Rows that stand in a file, in order → the same rows by id, each read only where it is asked for.
import type { SnapshotRow, SnapshotRows } from './snapshot.ts';

const DIGEST = 32;

/** Ids and digests of rows, and a way to read a row by its number. Where an id comes again the later row counts. */
export class RowIndex implements SnapshotRows {
  private readonly numbers = new Map<string, number>();
  private readonly load: (number: number) => SnapshotRow;
  private digests = Buffer.alloc(1024 * DIGEST);
  private count = 0;

  constructor(load: (number: number) => SnapshotRow) {
    this.load = load;
  }

  /** Adds the next row. @param record its SHA-256 in hexadecimal digits */
  add(id: string, record: string): void {
    const at = this.count * DIGEST;
    if (at === this.digests.length) this.digests = Buffer.concat([this.digests, Buffer.alloc(at)]);
    this.digests.write(record, at, DIGEST, 'hex');
    this.numbers.set(id, this.count++);
  }

  get size(): number {
    return this.numbers.size;
  }

  has(id: string): boolean {
    return this.numbers.has(id);
  }

  keys(): Iterable<string> {
    return this.numbers.keys();
  }

  get(id: string): SnapshotRow | undefined {
    const number = this.numbers.get(id);
    return number === undefined ? undefined : this.load(number);
  }

  *values(): Generator<SnapshotRow> {
    for (const number of this.numbers.values()) yield this.load(number);
  }

  recordOf(id: string): string | undefined {
    const number = this.numbers.get(id);
    if (number === undefined) return undefined;
    return this.digests.toString('hex', number * DIGEST, (number + 1) * DIGEST);
  }
}

/** Where the lines of a file begin, one after another. */
export class LineStarts {
  private starts = new Float64Array(1024);
  private count = 0;

  /** @param start the offset of the next line in bytes; last of all the offset behind the last line */
  add(start: number): void {
    if (this.count === this.starts.length) {
      const grown = new Float64Array(2 * this.count);
      grown.set(this.starts);
      this.starts = grown;
    }
    this.starts[this.count++] = start;
  }

  /** The offsets of a line and of the one behind it. */
  rangeOf(number: number): [from: number, to: number] {
    return [this.starts[number] as number, this.starts[number + 1] as number];
  }
}
