// Rows and the releases so far → their lines of records.jsonl, and what is compared with the newest release.
import type { ExtraFields } from '../schemas/extra.ts';
import { type History, listWithdrawals, newestRelease } from './history.ts';
import { listReleasedTables, type ReleasedTable } from './releasedTables.ts';
import { digestRow, type Snapshot, type SnapshotRow, toSnapshotRow, toSnapshotTable } from './snapshot.ts';

/** What the rows of one article depend on of the releases so far; plain data, so that it passes between threads. */
export interface ReleasedRows {
  /** The newest ledger's digest: two values with one digest are equal. */
  digest: string;
  /** Digest of every row of the newest release → the release that last changed it. */
  known: ReadonlyMap<string, string>;
  /** The release in which each withdrawn claim was first left out. */
  withdrawnIn: ReadonlyMap<string, string>;
  /** Whether rows are noted for a comparison. */
  compare: boolean;
}

/** A row for a comparison: its id where the newest release has the same row, else all that is compared. */
export type NotedRow = string | { record: string; cells: Record<string, unknown> };

/** The end of a row's line in records.jsonl, where no release has the row. */
export const UNRELEASED = '","version":null}\n';

/** The same for a row that a release was the last to change. */
export const releasedIn = (version: string): string => `","version":${JSON.stringify(version)}}\n`;

/** Noted rows by table. */
export type NotedRows = Record<string, NotedRow[]>;

/** Prepares the releases for {@link recordRows}. `compare` asks for notes also where there is no release yet. */
export function releasedRowsOf(history: History, compare = false): ReleasedRows {
  const newest = newestRelease(history);
  const known = new Map<string, string>();
  for (const { version, tables } of history.ledgers) {
    // A row that a release took back is not known, so that it counts as changed when it comes again.
    const before = new Map(known);
    known.clear();
    for (const { rows } of tables) {
      for (const id of rows.keys()) {
        const record = rows.recordOf(id) ?? '';
        known.set(record, before.get(record) ?? version);
      }
    }
  }
  const withdrawnIn = listWithdrawals(history);
  return { digest: newest?.sha256 ?? '', known, withdrawnIn, compare: compare || newest !== null };
}

/**
 * The lines of records.jsonl of some rows of all tables. Where they are wanted, adds what a comparison needs to
 * `notes`. `digest` gives the digest of a table's row where it can be had for less than {@link digestRow} takes.
 */
export function recordRows(
  rowsOf: (table: string) => readonly object[],
  { known, compare }: ReleasedRows,
  extra: ExtraFields,
  notes: NotedRows,
  digest?: (table: string, row: number) => string,
): string {
  let lines = '';
  for (const table of listReleasedTables(extra)) {
    const { name, key } = table;
    const rows = rowsOf(name);
    if (rows.length === 0) continue;
    const noted = notes[name] ?? [];
    notes[name] = noted;
    for (const [i, row] of (rows as readonly Record<string, unknown>[]).entries()) {
      const id = String(row[key]);
      const content = digest?.(name, i) ?? digestRow(table, row);
      // Before the first release nothing is known, and nothing needs to be looked for.
      const version = known.size === 0 ? null : (known.get(content) ?? null);
      lines += renderRecord(name, id, content, version);
      if (compare) noted.push(version === null ? { record: content, cells: cellsOf(table, row) } : id);
    }
  }
  return lines;
}

/** A line of records.jsonl. `content` is the digest of the row, `version` the release that last changed it. */
export function renderRecord(table: string, id: string, content: string, version: string | null): string {
  const end = version === null ? UNRELEASED : releasedIn(version);
  return `{"table":"${table}","id":${JSON.stringify(id)},"content_sha256":"${content}${end}`;
}

/** Noted rows → the snapshot that they are of. Rows that the newest release has are taken from its ledger. */
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
      const released = newest?.tables.find(({ name }) => name === table.name);
      const rows = (notes[table.name] ?? []).map((row): SnapshotRow => {
        if (typeof row !== 'string') return toSnapshotRow(table, table.key, row.cells, row.record);
        return released?.rows.get(row) ?? unknownRow(row, table);
      });
      return toSnapshotTable(table, rows);
    }),
  };
}

/** A row whose digest a ledger gives to another id, which no release wrote: it counts as a row that came. */
function unknownRow(id: string, { columns }: ReleasedTable): SnapshotRow {
  const hashes = columns.map(() => '');
  return {
    id,
    verdict: null,
    status: null,
    record: '',
    hashes: () => hashes,
    cells: null,
    revisions: [],
    reason: null,
  };
}

function cellsOf({ columns }: ReleasedTable, row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));
}
