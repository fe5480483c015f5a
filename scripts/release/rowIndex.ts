// Rows that stand in a file, in order → the same rows by id, each read only where it is asked for.
import type { ReadableFile } from '../formats/readableFile.ts';
import { Column, float64, RunColumn } from './column.ts';
import { DigestList } from './digestList.ts';
import { IdList } from './idList.ts';
import { PlacedRows } from './placedRows.ts';
import type { SnapshotRow, SnapshotTable } from './snapshot.ts';

/** How a row is read by its number; an id or a digest by itself costs less. What cannot be read so is kept. */
export interface RowLoader {
  row(number: number): SnapshotRow;
  id?(number: number): string;
  record?(number: number): string;
}

/**
 * Ids and digests of rows, and a way to read a row by its number. Each id has a place; where an id comes again the
 * later row counts, at the place of the first.
 */
export class RowIndex extends PlacedRows {
  private readonly ids: IdList;
  private readonly load: RowLoader;
  private readonly kept = new DigestList();
  private readonly numbers = new RunColumn();

  constructor(load: RowLoader) {
    super();
    this.load = load;
    this.ids = new IdList(load.id ? (place) => load.id?.(this.numbers.get(place)) ?? '' : null);
  }

  /**
   * Adds a row.
   * @param record its SHA-256 in hexadecimal digits
   * @param number what it is read by
   * @returns its place
   */
  add(id: string, record: string, number: number): number {
    const place = this.ids.add(id);
    if (!this.load.record) this.kept.set(place, record);
    this.numbers.set(place, number);
    return place;
  }

  /** The digests of all rows, which are read where they are not kept. */
  get digests(): DigestList {
    if (!this.load.record) return this.kept;
    const digests = new DigestList();
    for (let place = 0; place < this.size; place++) digests.set(place, this.recordAt(place));
    return digests;
  }

  get size(): number {
    return this.ids.size;
  }

  placeOf(id: string): number | undefined {
    return this.ids.placeOf(id);
  }

  idAt(place: number): string {
    return this.ids.at(place);
  }

  recordAt(place: number): string {
    return this.load.record?.(this.numbers.get(place)) ?? this.kept.at(place);
  }

  rowAt(place: number): SnapshotRow {
    return this.load.row(this.numbers.get(place));
  }
}

/** A table whose rows stand in a file. */
export interface IndexedTable extends SnapshotTable {
  rows: PlacedRows;
}

/** So many bytes are read together: rows are mostly asked for in their order. */
const TOGETHER = 1 << 16;
/** Of so many lines the start of one is kept. */
const EACH = 16;
const END = 0x0a;

/** Where the lines of a file begin. */
export class Lines {
  readonly file: ReadableFile;
  private readonly starts = new Column(float64);
  private count = 0;
  private behind = 0;

  constructor(file: ReadableFile) {
    this.file = file;
  }

  /** @param start the offset of the next line in bytes; last of all the offset behind the last line */
  add(start: number): void {
    if (this.count % EACH === 0) this.starts.set(this.count / EACH, start);
    this.count++;
    this.behind = start;
  }

  /** The offset behind the last line. */
  get end(): number {
    return this.behind;
  }

  /** A line at or before the one that is looked for, and where it begins. */
  near(number: number): { line: number; start: number } {
    const at = Math.floor(number / EACH);
    return { line: at * EACH, start: this.starts.get(at) };
  }
}

/** Reads the lines of a file as they are asked for: quickly where that is in their order. */
export class LineReader {
  private readonly lines: Lines;
  /** What was read last, and where it begins. */
  private bytes: Uint8Array = new Uint8Array(0);
  private from = 0;
  private memory: Uint8Array | null = null;
  /** A line that is known to begin there: the one behind that which was given last. */
  private line = 0;
  private start = 0;

  constructor(lines: Lines) {
    this.lines = lines;
  }

  /** The text of a line with its end. */
  read(number: number): string {
    const near = this.lines.near(number);
    const goesOn = near.line <= this.line && this.line <= number;
    let start = goesOn ? this.start : near.start;
    for (let line = goesOn ? this.line : near.line; line < number; line++) start = this.endOf(start);
    const end = this.endOf(start);
    [this.line, this.start] = [number + 1, end];
    // Looking for the end may have left the start behind.
    this.load(start, end);
    const { buffer, byteOffset } = this.bytes;
    return Buffer.from(buffer, byteOffset + start - this.from, end - start).toString('utf8');
  }

  /** The offset behind the end of the line that begins there. */
  private endOf(start: number): number {
    const { end } = this.lines;
    for (let at = start; at < end; ) {
      this.load(at, at + 1);
      const found = this.bytes.indexOf(END, at - this.from);
      if (found >= 0) return this.from + found + 1;
      at = this.from + this.bytes.length;
    }
    return end;
  }

  /** Has these bytes at hand. */
  private load(start: number, end: number): void {
    if (start >= this.from && end <= this.from + this.bytes.length) return;
    const { file } = this.lines;
    // A buffer for each piece would leave as much behind as the file is large.
    this.memory ??= Buffer.allocUnsafeSlow(TOGETHER);
    this.bytes = file.piece(start, Math.max(end, Math.min(start + TOGETHER, file.size)), this.memory);
    this.from = start;
  }
}
