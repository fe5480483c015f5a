// Rows that mostly are those of another state → the same rows by id, in a few bytes for each that both have.
import { RunColumn } from './column.ts';
import { PlacedRows } from './placedRows.ts';
import { RowIndex } from './rowIndex.ts';
import type { SnapshotRow } from './snapshot.ts';

/**
 * What a {@link RowIndex} is, of rows most of which another state has too, with the same id and the same digest: of
 * these only the place there is kept. Two states of a dataset take little more memory than one.
 */
export class LikeIndex extends PlacedRows {
  private readonly like: PlacedRows;
  private readonly load: (number: number) => SnapshotRow;
  /** Rows that the other state has not, or not so. */
  private readonly others: RowIndex;
  /** By place: twice the place among the rows of the other state, or one more than twice that among the others. */
  private readonly sources = new RunColumn();
  /** By place, what the row is read by. */
  private readonly numbers = new RunColumn();
  /** The place from 1 of each row of the other state, and of each of the others; 0 where it has none. */
  private readonly ofLike = new RunColumn();
  private readonly ofOthers = new RunColumn();
  private count = 0;

  constructor(like: PlacedRows, load: (number: number) => SnapshotRow) {
    super();
    this.like = like;
    this.load = load;
    this.others = new RowIndex({ row: load });
  }

  /** Adds a row. @param record its SHA-256 in hexadecimal digits @param number what it is read by */
  add(id: string, record: string, number: number): void {
    const like = this.like.placeOf(id);
    const known = like === undefined ? 0 : this.ofLike.get(like);
    const place = this.find(like, id) ?? this.count++;
    this.numbers.set(place, number);
    if (like !== undefined && this.like.recordAt(like) === record) {
      this.ofLike.set(like, place + 1);
      this.sources.set(place, 2 * like);
      return;
    }
    if (known > 0) this.ofLike.set(like as number, 0);
    this.others.add(id, record, number);
    const other = this.others.placeOf(id) as number;
    this.ofOthers.set(other, place + 1);
    this.sources.set(place, 2 * other + 1);
  }

  get size(): number {
    return this.count;
  }

  /** Whether each of the rows is one of the other state. */
  get hasNoOthers(): boolean {
    return this.others.size === 0;
  }

  placeOf(id: string): number | undefined {
    return this.find(this.like.placeOf(id), id);
  }

  idAt(place: number): string {
    const [rows, at] = this.sourceOf(place);
    return rows.idAt(at);
  }

  recordAt(place: number): string {
    const [rows, at] = this.sourceOf(place);
    return rows.recordAt(at);
  }

  rowAt(place: number): SnapshotRow {
    return this.load(this.numbers.get(place));
  }

  /** The place of a row by the place of its id in the other state. */
  private find(like: number | undefined, id: string): number | undefined {
    const known = like === undefined ? 0 : this.ofLike.get(like);
    if (known > 0) return known - 1;
    const other = this.others.placeOf(id);
    return other === undefined ? undefined : this.ofOthers.get(other) - 1;
  }

  private sourceOf(place: number): [PlacedRows, number] {
    const source = this.sources.get(place);
    return [source % 2 === 0 ? this.like : this.others, Math.floor(source / 2)];
  }
}
