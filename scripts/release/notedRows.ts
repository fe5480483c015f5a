// Rows as they come, for a comparison with the newest release → the same in few bytes each, as far as it has them.
import { RunColumn } from './column.ts';

/**
 * A row for a comparison: where the newest release has the same row its place among that table's rows, else all that is
 * compared.
 */
export type NotedRow = number | { record: string; cells: Record<string, unknown> };

/** Rows of a table as they were noted, in their order. Those of a few articles are an array. */
export interface NotedTableRows extends Iterable<NotedRow> {
  push(row: NotedRow): unknown;
}

/** Noted rows by table. */
export type NotedRows = Record<string, NotedTableRows>;

/** Noted rows of any number of articles. */
export class NotedList implements NotedTableRows {
  /** In their order: the place among the released rows, from 1; 0 for any other row. */
  private readonly places = new RunColumn();
  /** In their order, those that are not released. */
  private readonly others: Exclude<NotedRow, number>[] = [];
  private count = 0;

  push(row: NotedRow): void {
    if (typeof row === 'number') this.places.set(this.count, row + 1);
    else this.others.push(row);
    this.count++;
  }

  *[Symbol.iterator](): Generator<NotedRow> {
    let other = 0;
    for (let at = 0; at < this.count; at++) {
      const place = this.places.get(at);
      yield place > 0 ? place - 1 : (this.others[other++] as NotedRow);
    }
  }
}
