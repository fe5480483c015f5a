// Rows as they were noted while articles were examined → the state that they are of, compared with the newest release.
import type { ExtraFields } from '../schemas/extra.ts';
import { type History, newestRelease } from './history.ts';
import type { PlacedRows } from './placedRows.ts';
import type { NotedRow, NotedRows } from './recordRows.ts';
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
      const released = newest?.tables.find(({ name }) => name === table.name)?.rows ?? new RowIndex(noRow);
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
  /** In their order: places among the released rows, and other rows. */
  private readonly rows: (number | SnapshotRow)[] = [];
  /** By the place among the released rows where a row stands in `rows`, from 1. */
  private readonly kept: Int32Array;
  /** By id, where a row stands in `rows` that is none of the released. */
  private readonly changed = new Map<string, number>();

  constructor(released: PlacedRows) {
    this.released = released;
    this.kept = new Int32Array(released.size);
  }

  /** Adds a row, or puts it in the place of the one that has its id. */
  add(row: Exclude<NotedRow, object> | SnapshotRow): void {
    const at = this.find(this.idOf(row)) ?? this.rows.length;
    const before = this.rows[at];
    if (typeof before === 'number') this.kept[before] = 0;
    else if (before) this.changed.delete(before.id);
    this.rows[at] = row;
    if (typeof row === 'number') this.kept[row] = at + 1;
    else this.changed.set(row.id, at);
  }

  get size(): number {
    return this.rows.length;
  }

  has(id: string): boolean {
    return this.find(id) !== undefined;
  }

  *keys(): Generator<string> {
    for (const row of this.rows) yield this.idOf(row);
  }

  get(id: string): SnapshotRow | undefined {
    const at = this.find(id);
    return at === undefined ? undefined : this.load(this.rows[at] as number | SnapshotRow);
  }

  *values(): Generator<SnapshotRow> {
    for (const row of this.rows) yield this.load(row);
  }

  recordOf(id: string): string | undefined {
    const at = this.find(id);
    const row = at === undefined ? undefined : this.rows[at];
    return typeof row === 'number' ? this.released.recordAt(row) : row?.record;
  }

  private find(id: string): number | undefined {
    const at = this.changed.get(id);
    if (at !== undefined) return at;
    const place = this.released.placeOf(id);
    const kept = place === undefined ? 0 : (this.kept[place] as number);
    return kept === 0 ? undefined : kept - 1;
  }

  private idOf(row: number | SnapshotRow): string {
    return typeof row === 'number' ? this.released.idAt(row) : row.id;
  }

  private load(row: number | SnapshotRow): SnapshotRow {
    return typeof row === 'number' ? this.released.rowAt(row) : row;
  }
}
