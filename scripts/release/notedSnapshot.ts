// Rows as they were noted while articles were examined → the state that they are of, compared with the newest release.
import type { ExtraFields } from '../schemas/extra.ts';
import { RunColumn } from './column.ts';
import { type History, newestRelease } from './history.ts';
import type { NotedRow, NotedRows } from './notedRows.ts';
import type { PlacedRows } from './placedRows.ts';
import { listReleasedTables } from './releasedTables.ts';
import { RowIndex } from './rowIndex.ts';
import { type Snapshot, type SnapshotRow, type SnapshotRows, toSnapshotRow } from './snapshot.ts';

/** Rows that the newest release has are taken from its ledger. */
export function assembleSnapshot(
  history: History,
  extra: ExtraFields,
  notes: NotedRows,
  head: Omit<Snapshot, 'version' | 'tables'>,
): Snapshot {
  const newest = newestRelease(history);
  return {
    ...head,
    version: newest?.version ?? '',
    tables: listReleasedTables(extra).map((table) => {
      const released = newest?.tables.find(({ name }) => name === table.name)?.rows ?? new RowIndex({ row: noRow });
      const rows = new NotedTable(released);
      for (const row of notes[table.name] ?? [])
        rows.add(typeof row === 'number' ? row : toSnapshotRow(table, table.key, row.cells, row.record));
      return { name: table.name, columns: table.columns, rows };
    }),
  };
}

function noRow(): never {
  throw new Error('No release has such a row.');
}

/** Rows of a comparison: of those that the newest release has too only the places are kept. */
class NotedTable implements SnapshotRows {
  private readonly released: PlacedRows;
  /** In their order: twice the place among the released rows, or one more than twice that among the others. */
  private readonly sources = new RunColumn();
  private readonly others: SnapshotRow[] = [];
  /** By the place among the released rows where a row stands here, from 1. */
  private readonly kept = new RunColumn();
  /** By id, where one of the others stands here. */
  private readonly changed = new Map<string, number>();
  private count = 0;

  constructor(released: PlacedRows) {
    this.released = released;
  }

  /** Adds a row, or puts it in the place of the one that has its id. */
  add(row: Exclude<NotedRow, object> | SnapshotRow): void {
    const at = this.placeOf(row) ?? this.count;
    if (at === this.count) this.count++;
    else this.forget(at);
    if (typeof row === 'number') {
      this.kept.set(row, at + 1);
      this.sources.set(at, 2 * row);
    } else {
      this.changed.set(row.id, at);
      this.sources.set(at, 2 * this.others.length + 1);
      this.others.push(row);
    }
  }

  get size(): number {
    return this.count;
  }

  has(id: string): boolean {
    return this.find(id) !== undefined;
  }

  *keys(): Generator<string> {
    for (let at = 0; at < this.count; at++) yield this.idAt(at);
  }

  get(id: string): SnapshotRow | undefined {
    const at = this.find(id);
    return at === undefined ? undefined : this.rowAt(at);
  }

  *values(): Generator<SnapshotRow> {
    for (let at = 0; at < this.count; at++) yield this.rowAt(at);
  }

  recordOf(id: string): string | undefined {
    const at = this.find(id);
    if (at === undefined) return undefined;
    const row = this.sourceAt(at);
    return typeof row === 'number' ? this.released.recordAt(row) : row.record;
  }

  /** Where the row with this row's id stands: its id is looked for only where another row may have it. */
  private placeOf(row: number | SnapshotRow): number | undefined {
    if (typeof row !== 'number') return this.find(row.id);
    const kept = this.kept.get(row);
    if (kept > 0) return kept - 1;
    return this.changed.size === 0 ? undefined : this.changed.get(this.released.idAt(row));
  }

  private find(id: string): number | undefined {
    const at = this.changed.get(id);
    if (at !== undefined) return at;
    const place = this.released.placeOf(id);
    const kept = place === undefined ? 0 : this.kept.get(place);
    return kept === 0 ? undefined : kept - 1;
  }

  private forget(at: number): void {
    const before = this.sourceAt(at);
    if (typeof before === 'number') this.kept.set(before, 0);
    else this.changed.delete(before.id);
  }

  private idAt(at: number): string {
    const row = this.sourceAt(at);
    return typeof row === 'number' ? this.released.idAt(row) : row.id;
  }

  private rowAt(at: number): SnapshotRow {
    const row = this.sourceAt(at);
    return typeof row === 'number' ? this.released.rowAt(row) : row;
  }

  /** A row's place among the released, or one of the others itself. */
  private sourceAt(at: number): number | SnapshotRow {
    const source = this.sources.get(at);
    const place = Math.floor(source / 2);
    return source % 2 === 0 ? place : (this.others[place] as SnapshotRow);
  }
}
