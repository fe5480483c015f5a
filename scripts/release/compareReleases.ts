// Two states of a dataset → what changed between them, by id.
import type { LedgerColumn, ReleasedChange } from '../schemas/generated/types.ts';
import { type CellChange, findCellChanges, isExplained, TouchedRows } from './cellChanges.ts';
import { changeOf, referencesOf } from './releasedTables.ts';
import { readChange } from './revisions.ts';
import type { Snapshot, SnapshotRow, SnapshotTable } from './snapshot.ts';

/** A change as changes.jsonl lists it, but for the release that made it. */
export type Change = Omit<ReleasedChange, 'version' | 'date'>;

/** What two states differ in. */
export interface Difference {
  old: string | null;
  new: string;
  /** By table, in order; what came or went with a claim and what follows from another change is left out. */
  changes: Change[];
  /**
   * How many values changed in every column of rows that both have: table → column → number, derived columns included.
   */
  cells: Record<string, Record<string, number>>;
  structure: StructureChange[];
}

/** A change of tables, columns, scale, licence or files. */
export type StructureChange =
  | { kind: 'table added' | 'table removed' | 'columns reordered'; table: string }
  | { kind: 'column added' | 'column removed'; table: string; column: string }
  | { kind: 'column retyped'; table: string; column: string; old: string; new: string }
  | { kind: 'verdict class added' | 'verdict class removed'; verdict: string }
  | { kind: 'description changed'; input: string }
  | { kind: 'licence changed'; old: string; new: string }
  | { kind: 'file added' | 'file removed'; path: string };

/** Claims are what other rows hang on; the table has this name in every version. */
const CLAIMS = 'claims';
const WITHDRAWN = 'withdrawn';

/**
 * Compares two states; `old` is null before the first release, when every row is new: the changes are listed when they
 * are first asked for.
 */
export function compareReleases(old: Snapshot | null, current: Snapshot): Difference {
  const { cells, list } = compareRows(old, current);
  let changes: Change[] | null = null;
  return {
    old: old?.version ?? null,
    new: current.version,
    get changes() {
      changes ??= [...list()];
      return changes;
    },
    cells: countCells(cells),
    structure: old === null ? [] : compareStructure(old, current),
  };
}

/** The changes of {@link compareReleases}, one after another. */
export function streamChanges(old: Snapshot | null, current: Snapshot): Iterable<Change> {
  return compareRows(old, current).list();
}

function compareRows(
  old: Snapshot | null,
  current: Snapshot,
): { cells: readonly CellChange[]; list: () => Generator<Change> } {
  const tableOf = (snapshot: Snapshot | null, name: string) => snapshot?.tables.find((table) => table.name === name);
  const touched = new TouchedRows();
  // Before the first release no value has changed, and nothing asks what was touched.
  const cells =
    old === null ? [] : current.tables.flatMap((table) => findCellChanges(tableOf(old, table.name), table, touched));
  for (const table of old?.tables ?? [])
    if (!tableOf(current, table.name)) for (const row of table.rows.values()) touched.row(table, row);
  const claims = { old: tableOf(old, CLAIMS)?.rows, new: tableOf(current, CLAIMS)?.rows };
  const list = function* (): Generator<Change> {
    for (const table of current.tables) {
      yield* listRows(tableOf(old, table.name), table, claims, tableOf(current, WITHDRAWN));
      for (const change of cells) if (change.table === table && !isExplained(change, touched)) yield toChange(change);
    }
  };
  return { cells, list };
}

type Rows = SnapshotTable['rows'];

/** Rows that came or went. A claim's evidence and votes come and go with it; a tombstone is the claim's withdrawal. */
function* listRows(
  old: SnapshotTable | undefined,
  table: SnapshotTable,
  claims: { old: Rows | undefined; new: Rows | undefined },
  withdrawn: SnapshotTable | undefined,
): Generator<Change> {
  const changeOfRow = (row: SnapshotRow, change: Partial<Change> & Pick<Change, 'kind'>): Change => ({
    table: table.name,
    id: row.id,
    column: null,
    old: null,
    new: null,
    reason: null,
    ...change,
  });
  const isHanging = hangsOnClaims(table.name);
  for (const id of old?.rows.unlike(table.rows) ?? []) {
    if (table.rows.has(id) || (isHanging && goesWithClaim(id, claims.new))) continue;
    const row = old?.rows.get(id) as SnapshotRow;
    const tombstone = table.name === CLAIMS ? withdrawn?.rows.get(row.id) : undefined;
    if (tombstone) yield changeOfRow(row, { kind: 'withdrawn', old: row.verdict, reason: tombstone.reason });
    else yield changeOfRow(row, { kind: 'dropped', old: row.verdict });
  }
  // All rows hang on claims that are new as well.
  if (isHanging && !claims.old) return;
  for (const row of old ? listUnlike(table.rows, old.rows) : table.rows.values()) {
    if (old?.rows.has(row.id) || (isHanging && goesWithClaim(row.id, claims.old))) continue;
    if (table.name === WITHDRAWN && claims.old?.has(row.id)) continue;
    yield changeOfRow(row, { kind: 'added', new: row.verdict, reason: row.reason });
  }
}

function* listUnlike(rows: Rows, others: Rows): Generator<SnapshotRow> {
  for (const id of rows.unlike(others)) yield rows.get(id) as SnapshotRow;
}

/** Whether each row of a table belongs to a claim. */
function hangsOnClaims(table: string): boolean {
  return Object.values(referencesOf(table)).includes(CLAIMS);
}

/**
 * Whether a row belongs to a claim that the other side does not have. Its id is the claim's with `-e1` or `-v1` behind
 * it.
 */
function goesWithClaim(id: string, others: Rows | undefined): boolean {
  return !others?.has(id.slice(0, id.lastIndexOf('-')));
}

function toChange({ table, column, old, row }: CellChange): Change {
  const { kind = 'metadata' } = changeOf(table.name, column.name);
  return { table: table.name, id: row.id, kind, column: column.name, ...readChange(table, column, old, row) };
}

function countCells(changes: readonly CellChange[]): Difference['cells'] {
  const counts: Difference['cells'] = {};
  for (const { table, column } of changes) {
    counts[table.name] ??= {};
    const columns = counts[table.name] as Record<string, number>;
    columns[column.name] = (columns[column.name] ?? 0) + 1;
  }
  return counts;
}

function compareStructure(old: Snapshot, current: Snapshot): StructureChange[] {
  const changes: StructureChange[] = [];
  const names = (tables: readonly SnapshotTable[]) => tables.map(({ name }) => name);
  for (const table of missing(names(old.tables), names(current.tables))) changes.push({ kind: 'table removed', table });
  for (const table of missing(names(current.tables), names(old.tables))) changes.push({ kind: 'table added', table });
  for (const table of current.tables) {
    const before = old.tables.find(({ name }) => name === table.name);
    if (before) changes.push(...compareColumns(table.name, before.columns, table.columns));
  }
  for (const verdict of missing(old.verdicts, current.verdicts))
    changes.push({ kind: 'verdict class removed', verdict });
  for (const verdict of missing(current.verdicts, old.verdicts)) changes.push({ kind: 'verdict class added', verdict });
  if (old.license !== current.license)
    changes.push({ kind: 'licence changed', old: old.license, new: current.license });
  // A part that one of them did not note cannot be compared.
  for (const [input, digest] of Object.entries(current.inputs ?? {}))
    if (Object.hasOwn(old.inputs ?? {}, input) && old.inputs?.[input] !== digest)
      changes.push({ kind: 'description changed', input });
  for (const path of missing(old.files, current.files)) changes.push({ kind: 'file removed', path });
  for (const path of missing(current.files, old.files)) changes.push({ kind: 'file added', path });
  return changes;
}

function compareColumns(
  table: string,
  old: readonly LedgerColumn[],
  current: readonly LedgerColumn[],
): StructureChange[] {
  const changes: StructureChange[] = [];
  const before = new Map(old.map(({ name, type }) => [name, type]));
  const after = new Map(current.map(({ name, type }) => [name, type]));
  for (const column of before.keys()) if (!after.has(column)) changes.push({ kind: 'column removed', table, column });
  for (const [column, type] of after) {
    const was = before.get(column);
    if (was === undefined) changes.push({ kind: 'column added', table, column });
    else if (was !== type) changes.push({ kind: 'column retyped', table, column, old: was, new: type });
  }
  const kept = [...before.keys()].filter((name) => after.has(name));
  if (kept.join() !== [...after.keys()].filter((name) => before.has(name)).join())
    changes.push({ kind: 'columns reordered', table });
  return changes;
}

function missing(from: readonly string[], present: readonly string[]): string[] {
  const known = new Set(present);
  return from.filter((item) => !known.has(item));
}
