// Rows that mostly are those of another state → the same rows by id, in a few bytes for each that both have.
import { RunColumn } from './column.ts';
import { PlacedRows } from './placedRows.ts';
import { RowIndex } from './rowIndex.ts';
import type { SnapshotRow, SnapshotRows } from './snapshot.ts';

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
  /** By the place of an id in the other state, the place from 1 of the row that has it here; 0 where none has. */
  private readonly ofLike = new RunColumn();
  /** The same by the place among the others, of ids that the other state has not. */
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
    if (like !== undefined && this.like.recordAt(like) === record) {
      this.addLike(like, number);
      return;
    }
    const other = this.others.add(id, record, number);
    if (like === undefined) this.put(this.ofOthers, other, 2 * other + 1, number);
    else this.put(this.ofLike, like, 2 * other + 1, number);
  }

  /** Adds the row that stands at this place of the other state. */
  addLike(like: number, number: number): void {
    this.put(this.ofLike, like, 2 * like, number);
  }

  get size(): number {
    return this.count;
  }

  /** Whether each of the rows is one of the other state. */
  get hasNoOthers(): boolean {
    return this.others.size === 0;
  }

  placeOf(id: string): number | undefined {
    const like = this.like.placeOf(id);
    const other = like === undefined ? this.others.placeOf(id) : undefined;
    const known = like === undefined ? this.ofOthers.get(other ?? -1) : this.ofLike.get(like);
    return known === 0 ? undefined : known - 1;
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

  protected override sharing(other: SnapshotRows): (place: number) => boolean {
    return other === this.like ? (place) => this.sources.get(place) % 2 === 0 : super.sharing(other);
  }

  protected override holding(others: PlacedRows): ((place: number) => boolean) | null {
    if (others !== this.like) return null;
    return (place) => {
      const known = this.ofLike.get(place);
      return known > 0 && this.sources.get(known - 1) === 2 * place;
    };
  }

  /** Puts a row in the place of the one that has its id, or behind all. */
  private put(places: RunColumn, at: number, source: number, number: number): void {
    const known = places.get(at);
    const place = known > 0 ? known - 1 : this.count++;
    places.set(at, place + 1);
    this.sources.set(place, source);
    this.numbers.set(place, number);
  }

  private sourceOf(place: number): [PlacedRows, number] {
    const source = this.sources.get(place);
    return [source % 2 === 0 ? this.like : this.others, Math.floor(source / 2)];
  }
}
