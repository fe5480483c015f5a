// Rows as they were noted while articles were examined → the state that they are of, compared with the newest release.
import type { ExtraFields } from '../schemas/extra.ts';
import { type History, newestRelease } from './history.ts';
import { LikeIndex } from './likeIndex.ts';
import type { NotedRows, NotedTableRows } from './notedRows.ts';
import type { PlacedRows } from './placedRows.ts';
import { listReleasedTables, type ReleasedTable } from './releasedTables.ts';
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
      return { name: table.name, columns: table.columns, rows: placeRows(table, notes[table.name] ?? [], released) };
    }),
  };
}

/** Rows are read by their places among the released ones, doubled, or by one more than twice that among the others. */
function placeRows(table: ReleasedTable, noted: NotedTableRows, released: PlacedRows): SnapshotRows {
  const others: SnapshotRow[] = [];
  const load = (number: number) => {
    const place = Math.floor(number / 2);
    return number % 2 === 0 ? released.rowAt(place) : (others[place] as SnapshotRow);
  };
  const rows = new LikeIndex(released, load);
  for (const row of noted) {
    if (typeof row === 'number') rows.addLike(row, 2 * row);
    else {
      const other = toSnapshotRow(table, table.key, row.cells, row.record);
      rows.add(other.id, other.record, 2 * others.length + 1);
      others.push(other);
    }
  }
  return rows;
}

function noRow(): never {
  throw new Error('No release has such a row.');
}
