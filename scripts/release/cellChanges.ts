// Rows of two states → the values that differ, and which of them follow from another change.
import { TABLES } from '../schemas/generated/tables.ts';
import type { LedgerColumn } from '../schemas/generated/types.ts';
import { changeOf, referencesOf } from './releasedTables.ts';
import { hashValue, type SnapshotRow, type SnapshotTable } from './snapshot.ts';

/** One value that differs between two states of a row. `columns` are those of the row that differ. */
export interface CellChange {
  table: SnapshotTable;
  column: LedgerColumn;
  old: SnapshotRow;
  row: SnapshotRow;
  columns: ReadonlySet<string>;
}

/** What was touched, by hashes of ids alone, so that ledgers can be compared: they hold no foreign keys in clear. */
export class TouchedRows {
  /** `table.column` → hashes of the ids of rows where it changed. */
  private readonly cells = new Map<string, Set<string>>();
  /** `table>referred table` → hashes of the ids that rows of `table`, which came, went or changed, refer to. */
  private readonly children = new Map<string, Set<string>>();

  cell(table: string, column: string, id: string): void {
    addTo(this.cells, `${table}.${column}`, hashValue(id));
  }

  /** Notes a row that came, went or changed. */
  row(table: SnapshotTable, row: SnapshotRow): void {
    for (const [column, target] of Object.entries(referencesOf(table.name))) {
      const i = table.columns.findIndex(({ name }) => name === column);
      const hash = row.hashes()[i];
      if (hash) addTo(this.children, `${table.name}>${target}`, hash);
    }
  }

  hasCell(source: string, hash: string): boolean {
    return this.cells.get(source)?.has(hash) ?? false;
  }

  hasChild(table: string, target: string, id: string): boolean {
    return this.children.get(`${table}>${target}`)?.has(hashValue(id)) ?? false;
  }
}

/**
 * The values that differ in rows that both states have, under columns that both have with one type. Fills `touched`.
 */
export function findCellChanges(
  old: SnapshotTable | undefined,
  table: SnapshotTable,
  touched: TouchedRows,
): CellChange[] {
  const changes: CellChange[] = [];
  const shared = table.columns.flatMap((column, i) => {
    const before = old?.columns.findIndex(({ name, type }) => name === column.name && type === column.type) ?? -1;
    return before < 0 ? [] : [{ column, before, after: i }];
  });
  const sameColumns =
    old !== undefined && shared.length === table.columns.length && shared.length === old.columns.length;
  for (const id of old?.rows.unlike(table.rows) ?? []) if (old && !table.rows.has(id)) touched.row(old, rowOf(old, id));
  for (const id of sameColumns ? table.rows.unlike(old.rows) : table.rows.keys()) {
    const row = rowOf(table, id);
    const before = old?.rows.get(id);
    if (!old || !before) {
      touched.row(table, row);
      continue;
    }
    const differing = shared.filter((at) => before.hashes()[at.before] !== row.hashes()[at.after]);
    if (differing.length === 0) continue;
    const columns = new Set(differing.map(({ column }) => column.name));
    for (const { column } of differing) {
      changes.push({ table, column, old: before, row, columns });
      touched.cell(table.name, column.name, row.id);
    }
    touched.row(old, before);
    touched.row(table, row);
  }
  return changes;
}

/** Whether a value follows from another one (the schema's `x-change.from`) that changed too. */
export function isExplained({ table, column, row, columns }: CellChange, touched: TouchedRows): boolean {
  return (changeOf(table.name, column.name).from ?? []).some((source) => {
    const [target = '', field] = source.split('.');
    if (field === undefined && TABLES.some(({ name }) => name === target))
      return touched.hasChild(target, table.name, row.id);
    if (field === undefined) return columns.has(target);
    return Object.entries(referencesOf(table.name)).some(([reference, to]) => {
      const i = table.columns.findIndex(({ name }) => name === reference);
      return to === target && touched.hasCell(source, row.hashes()[i] ?? '');
    });
  });
}

function rowOf({ rows }: SnapshotTable, id: string): SnapshotRow {
  return rows.get(id) as SnapshotRow;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
