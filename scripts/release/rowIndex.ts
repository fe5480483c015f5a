// Rows that stand in a file, in order → the same rows by id, each read only where it is asked for.
import type { ReadableFile } from '../formats/readableFile.ts';
import { Column, float64, int32 } from './column.ts';
import { IdList } from './idList.ts';
import type { SnapshotRow, SnapshotRows, SnapshotTable } from './snapshot.ts';

const DIGEST = 32;
/** Digests of a block. */
const BLOCK = 1 << 14;

/** Rows by their ids and by their places in their order, from 0. */
export interface PlacedRows extends SnapshotRows {
  placeOf(id: string): number | undefined;
  idAt(place: number): string;
  recordAt(place: number): string;
  rowAt(place: number): SnapshotRow;
}

/**
 * Ids and digests of rows, and a way to read a row by its number. Each id has a place; where an id comes again the
 * later row counts, at the place of the first.
 */
export class RowIndex implements PlacedRows {
  private readonly ids = new IdList();
  private readonly load: (number: number) => SnapshotRow;
  private readonly digests: Buffer[] = [];
  private readonly numbers = new Column(int32);

  constructor(load: (number: number) => SnapshotRow) {
    this.load = load;
  }

  /** Adds a row. @param record its SHA-256 in hexadecimal digits @param number what it is read by */
  add(id: string, record: string, number: number): void {
    const place = this.ids.add(id);
    if (place === this.digests.length * BLOCK) this.digests.push(Buffer.allocUnsafeSlow(BLOCK * DIGEST));
    this.digests[Math.floor(place / BLOCK)]?.write(record, (place % BLOCK) * DIGEST, DIGEST, 'hex');
    this.numbers.set(place, number);
  }

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.placeOf(id) !== undefined;
  }

  keys(): Iterable<string> {
    return this.ids;
  }

  get(id: string): SnapshotRow | undefined {
    const place = this.placeOf(id);
    return place === undefined ? undefined : this.rowAt(place);
  }

  *values(): Generator<SnapshotRow> {
    for (let place = 0; place < this.size; place++) yield this.rowAt(place);
  }

  recordOf(id: string): string | undefined {
    const place = this.placeOf(id);
    return place === undefined ? undefined : this.recordAt(place);
  }

  placeOf(id: string): number | undefined {
    return this.ids.placeOf(id);
  }

  idAt(place: number): string {
    return this.ids.at(place);
  }

  recordAt(place: number): string {
    const at = (place % BLOCK) * DIGEST;
    return (this.digests[Math.floor(place / BLOCK)] as Buffer).toString('hex', at, at + DIGEST);
  }

  rowAt(place: number): SnapshotRow {
    return this.load(this.numbers.get(place));
  }
}

/** A table whose rows stand in a file. */
export interface IndexedTable extends SnapshotTable {
  rows: PlacedRows;
}

/** So many bytes are read together: rows are mostly asked for in their order. */
const TOGETHER = 1 << 16;

/** The lines of a file, each read when it is asked for. */
export class Lines {
  private readonly file: ReadableFile;
  private readonly starts = new Column(float64);
  private count = 0;
  /** What was read last, and where it begins. */
  private bytes: Uint8Array = new Uint8Array(0);
  private from = 0;

  constructor(file: ReadableFile) {
    this.file = file;
  }

  /** @param start the offset of the next line in bytes; last of all the offset behind the last line */
  add(start: number): void {
    this.starts.set(this.count++, start);
  }

  /** The text of a line with its end. */
  read(number: number): string {
    const [start, end] = [this.starts.get(number), this.starts.get(number + 1)];
    if (start < this.from || end > this.from + this.bytes.length) {
      this.bytes = this.file.piece(start, Math.max(end, Math.min(start + TOGETHER, this.file.size)));
      this.from = start;
    }
    const { buffer, byteOffset } = this.bytes;
    return Buffer.from(buffer, byteOffset + start - this.from, end - start).toString('utf8');
  }
}
