// Rows of a dataset → what two releases are compared by: a digest a row, and a hash a value where it is asked for.
import { hash } from 'node:crypto';
import type { LedgerTable, RawArticleRevision } from '../schemas/generated/types.ts';

/** A row of any origin. `cells` holds its values where they are at hand: a ledger keeps hashes alone. */
export interface SnapshotRow {
  id: string;
  verdict: string | null;
  status: string | null;
  /** SHA-256 of the row, equal for equal values under equal columns. */
  record: string;
  /** A hash a column, in the table's order. */
  hashes(): readonly string[];
  cells: Readonly<Record<string, unknown>> | null;
  revisions: readonly RawArticleRevision[];
  reason: string | null;
}

/** Rows by id, in their order; they need not be in memory. */
export interface SnapshotRows {
  readonly size: number;
  has(id: string): boolean;
  get(id: string): SnapshotRow | undefined;
  keys(): Iterable<string>;
  values(): Iterable<SnapshotRow>;
  /** The digest of a row, which costs less than the row; undefined where there is none of this id. */
  recordOf(id: string): string | undefined;
  /** Ids of the rows that `other` has not with the same digest, in their order: mostly few of many. */
  unlike(other: SnapshotRows): Iterable<string>;
}

export interface SnapshotTable extends LedgerTable {
  rows: SnapshotRows;
}

/** A digest of each part that describes a dataset, by the part's name. */
export type Inputs = Readonly<Record<string, string>>;

/** One state of a dataset: a release, a build, or a ledger. */
export interface Snapshot {
  version: string;
  license: string;
  verdicts: readonly string[];
  /** Paths of the dataset's files. */
  files: readonly string[];
  /** What it says besides rows and the list of files; left out where nobody noted it. */
  inputs?: Inputs | undefined;
  tables: readonly SnapshotTable[];
}

/** SHA-256 of the JSON array of a row's values in the order of the columns; missing values count as null. */
export function digestRow(table: LedgerTable, row: object): string {
  const cells = row as Record<string, unknown>;
  const values = table.columns.map(({ name }) => cells[name] ?? null);
  return hash('sha256', JSON.stringify(values), 'hex');
}

/** Wraps a published row. */
export function toSnapshotRow(table: LedgerTable, key: string, row: object, record?: string): SnapshotRow {
  const cells = row as Record<string, unknown>;
  const text = (name: string) => (typeof cells[name] === 'string' ? cells[name] : null);
  let hashes: string[] | undefined;
  return {
    id: String(cells[key]),
    verdict: text('verdict'),
    status: text('status'),
    record: record ?? digestRow(table, row),
    hashes: () => {
      hashes ??= table.columns.map(({ name }) => hashValue(cells[name]));
      return hashes;
    },
    cells,
    revisions: (cells['revisions'] ?? []) as RawArticleRevision[],
    reason: text('reason'),
  };
}

/** So many characters of a digest in base64url tell values apart: 72 bits. */
export const HASH_LENGTH = 12;

/** The first 12 characters of the SHA-256 of a value's JSON in base64url (72 bits); '' for null and the empty list. */
export function hashValue(value: unknown): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  return hash('sha256', JSON.stringify(value), 'base64url').slice(0, HASH_LENGTH);
}
