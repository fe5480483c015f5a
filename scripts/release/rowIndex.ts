// Rows that stand in a file, in order → the same rows by id, each read only where it is asked for.
import type { ReadableFile } from '../formats/readableFile.ts';
import { IdList } from './idList.ts';
import type { SnapshotRow, SnapshotRows, SnapshotTable } from './snapshot.ts';

const DIGEST = 32;

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
  private digests = Buffer.alloc(256 * DIGEST);
  private numbers = new Int32Array(256);

  constructor(load: (number: number) => SnapshotRow) {
    this.load = load;
  }

  /** Adds a row. @param record its SHA-256 in hexadecimal digits @param number what it is read by */
  add(id: string, record: string, number: number): void {
    const place = this.ids.add(id);
    if (place === this.numbers.length) {
      const [numbers, digests] = [new Int32Array(2 * place), Buffer.alloc(2 * place * DIGEST)];
      numbers.set(this.numbers);
      digests.set(this.digests);
      this.numbers = numbers;
      this.digests = digests;
    }
    this.digests.write(record, place * DIGEST, DIGEST, 'hex');
    this.numbers[place] = number;
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
    return this.digests.toString('hex', place * DIGEST, (place + 1) * DIGEST);
  }

  rowAt(place: number): SnapshotRow {
    return this.load(this.numbers[place] as number);
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
  private starts = new Float64Array(1024);
  private count = 0;
  /** What was read last, and where it begins. */
  private bytes: Uint8Array = new Uint8Array(0);
  private from = 0;

  constructor(file: ReadableFile) {
    this.file = file;
  }

  /** @param start the offset of the next line in bytes; last of all the offset behind the last line */
  add(start: number): void {
    if (this.count === this.starts.length) {
      const grown = new Float64Array(2 * this.count);
      grown.set(this.starts);
      this.starts = grown;
    }
    this.starts[this.count++] = start;
  }

  /** The text of a line with its end. */
  read(number: number): string {
    const [start, end] = [this.starts[number] as number, this.starts[number + 1] as number];
    if (start < this.from || end > this.from + this.bytes.length) {
      this.bytes = this.file.piece(start, Math.max(end, Math.min(start + TOGETHER, this.file.size)));
      this.from = start;
    }
    const { buffer, byteOffset } = this.bytes;
    return Buffer.from(buffer, byteOffset + start - this.from, end - start).toString('utf8');
  }
}
