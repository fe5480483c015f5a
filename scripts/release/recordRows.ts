// Rows and the releases so far → their lines of records.jsonl, and what is compared with the newest release.
import type { ExtraFields } from '../schemas/extra.ts';
import { type History, listWithdrawals, newestRelease } from './history.ts';
import { addRow, type KnownRows, openKnownRows, versionOfRow } from './knownRows.ts';
import { listReleasedTables, type ReleasedTable } from './releasedTables.ts';
import { digestRow, type Snapshot, type SnapshotRow, type SnapshotRows, toSnapshotRow } from './snapshot.ts';

/** What the rows of one article depend on of the releases so far; plain data, so that it passes between threads. */
export interface ReleasedRows {
  /** The newest ledger's digest: two values with one digest are equal. */
  digest: string;
  /** Digest of every row of the newest release → the release that last changed it. */
  known: KnownRows;
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
  const withdrawnIn = listWithdrawals(history);
  return {
    digest: newest?.sha256 ?? '',
    known: knownRowsOf(history),
    withdrawnIn,
    compare: compare || newest !== null,
  };
}

/** What is large is made once for all that ask. */
const made = new WeakMap<History, KnownRows>();

function knownRowsOf(history: History): KnownRows {
  const known = made.get(history) ?? fillKnownRows(history);
  made.set(history, known);
  return known;
}

function fillKnownRows({ ledgers }: History): KnownRows {
  const versions = ledgers.map(({ version }) => version);
  let known = openKnownRows(0, versions);
  for (const { version, tables } of ledgers) {
    // A row that a release took back is not known, so that it counts as changed when it comes again.
    const before = known;
    const rows = tables.reduce((sum, table) => sum + table.rows.size, 0);
    known = openKnownRows(rows, versions);
    for (const table of tables) {
      for (const id of table.rows.keys()) {
        const record = table.rows.recordOf(id) ?? '';
        addRow(known, record, versionOfRow(before, record) ?? version);
      }
    }
  }
  return known;
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
      const version = known.size === 0 ? null : versionOfRow(known, content);
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
      const released = newest?.tables.find(({ name }) => name === table.name)?.rows;
      const rows = new NotedTable((id) => released?.get(id) ?? unknownRow(id, table), released);
      for (const row of notes[table.name] ?? [])
        if (typeof row === 'string') rows.addReleased(row);
        else rows.add(toSnapshotRow(table, table.key, row.cells, row.record));
      return { name: table.name, columns: table.columns, rows };
    }),
  };
}

/** Rows of a comparison: those that the newest release has too are read from its ledger when they are asked for. */
class NotedTable implements SnapshotRows {
  /** Rows by id; null for one that is as it was released. */
  private readonly rows = new Map<string, SnapshotRow | null>();
  private readonly load: (id: string) => SnapshotRow;
  private readonly released: SnapshotRows | undefined;

  constructor(load: (id: string) => SnapshotRow, released: SnapshotRows | undefined) {
    this.load = load;
    this.released = released;
  }

  add(row: SnapshotRow): void {
    this.rows.set(row.id, row);
  }

  addReleased(id: string): void {
    this.rows.set(id, null);
  }

  get size(): number {
    return this.rows.size;
  }

  has(id: string): boolean {
    return this.rows.has(id);
  }

  keys(): Iterable<string> {
    return this.rows.keys();
  }

  get(id: string): SnapshotRow | undefined {
    const row = this.rows.get(id);
    return row === null ? this.load(id) : row;
  }

  *values(): Generator<SnapshotRow> {
    for (const [id, row] of this.rows) yield row ?? this.load(id);
  }

  recordOf(id: string): string | undefined {
    const row = this.rows.get(id);
    if (row !== null) return row?.record;
    return this.released?.recordOf(id) ?? '';
  }
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
