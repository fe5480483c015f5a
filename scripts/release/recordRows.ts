// Rows and the releases so far → their lines of records.jsonl, and what is compared with the newest release.
import type { ExtraFields } from '../schemas/extra.ts';
import { type History, listWithdrawals, newestRelease } from './history.ts';
import { collectKnownRows, findRow, type KnownRows, NO_ROWS } from './knownRows.ts';
import type { NotedRows, NotedTableRows } from './notedRows.ts';
import { listReleasedTables, type ReleasedTable } from './releasedTables.ts';
import { digestRow } from './snapshot.ts';

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

/** The end of a row's line in records.jsonl, where no release has the row. */
export const UNRELEASED = '","version":null}\n';

/** The same for a row that a release was the last to change. */
export const releasedIn = (version: string): string => `","version":${JSON.stringify(version)}}\n`;

/** Prepares the releases for {@link recordRows}. `compare` asks for notes also where there is no release yet. */
export function releasedRowsOf(history: History, compare = false): ReleasedRows {
  const newest = newestRelease(history);
  const withdrawnIn = listWithdrawals(history);
  return {
    digest: newest?.sha256 ?? '',
    // Where nothing has to be examined nobody asks.
    get known() {
      return knownRowsOf(history);
    },
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
  // A row that a release took back is not known, so that it counts as changed when it comes again.
  return ledgers.reduce((known, { version, tables }) => collectKnownRows(version, tables, known), NO_ROWS);
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
    const noted: NotedTableRows = notes[name] ?? [];
    notes[name] = noted;
    for (const [i, row] of (rows as readonly Record<string, unknown>[]).entries()) {
      const id = String(row[key]);
      const content = digest?.(name, i) ?? digestRow(table, row);
      // Before the first release nothing is known, and nothing needs to be looked for.
      const released = known.size === 0 ? null : findRow(known, content);
      lines += renderRecord(name, id, content, released?.version ?? null);
      if (compare)
        noted.push(released?.table === name ? released.place : { record: content, cells: cellsOf(table, row) });
    }
  }
  return lines;
}

/** A line of records.jsonl. `content` is the digest of the row, `version` the release that last changed it. */
export function renderRecord(table: string, id: string, content: string, version: string | null): string {
  const end = version === null ? UNRELEASED : releasedIn(version);
  return `{"table":"${table}","id":${JSON.stringify(id)},"content_sha256":"${content}${end}`;
}

function cellsOf({ columns }: ReleasedTable, row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));
}
