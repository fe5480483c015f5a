// Rows of a snapshot that are in memory, as tests write them.
import type { SnapshotRow, SnapshotRows, SnapshotTable } from '../../scripts/release/snapshot.ts';
import type { LedgerTable } from '../../scripts/schemas/generated/types.ts';

export class RowsInMemory extends Map<string, SnapshotRow> implements SnapshotRows {
  recordOf(id: string): string | undefined {
    return this.get(id)?.record;
  }

  unlike(other: SnapshotRows): string[] {
    return [...this.keys()].filter((id) => other.recordOf(id) !== this.recordOf(id));
  }
}

/** A table of rows that are in memory. */
export function toSnapshotTable(table: LedgerTable, rows: Iterable<SnapshotRow>): SnapshotTable {
  const byId = new RowsInMemory();
  for (const row of rows) byId.set(row.id, row);
  return { name: table.name, columns: table.columns, rows: byId };
}
