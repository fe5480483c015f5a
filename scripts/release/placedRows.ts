// Rows that have places → what is asked of rows by their ids.
import type { SnapshotRow, SnapshotRows } from './snapshot.ts';

/** Rows by their ids and by their places in their order, from 0. */
export abstract class PlacedRows implements SnapshotRows {
  abstract readonly size: number;
  abstract placeOf(id: string): number | undefined;
  abstract idAt(place: number): string;
  abstract recordAt(place: number): string;
  abstract rowAt(place: number): SnapshotRow;

  has(id: string): boolean {
    return this.placeOf(id) !== undefined;
  }

  get(id: string): SnapshotRow | undefined {
    const place = this.placeOf(id);
    return place === undefined ? undefined : this.rowAt(place);
  }

  recordOf(id: string): string | undefined {
    const place = this.placeOf(id);
    return place === undefined ? undefined : this.recordAt(place);
  }

  *keys(): Generator<string> {
    for (let place = 0; place < this.size; place++) yield this.idAt(place);
  }

  *values(): Generator<SnapshotRow> {
    for (let place = 0; place < this.size; place++) yield this.rowAt(place);
  }

  *unlike(other: SnapshotRows): Generator<string> {
    const isShared = this.sharing(other);
    for (let place = 0; place < this.size; place++) if (!isShared(place)) yield this.idAt(place);
  }

  /** Tells by its place whether a row is in `other` with the same digest. */
  protected sharing(other: SnapshotRows): (place: number) => boolean {
    const isHeld = other instanceof PlacedRows ? other.holding(this) : null;
    return isHeld ?? ((place) => other.recordOf(this.idAt(place)) === this.recordAt(place));
  }

  /** Tells by its place there whether a row of `others` is here with the same digest; null where its id is needed. */
  protected holding(_others: PlacedRows): ((place: number) => boolean) | null {
    return null;
  }
}
