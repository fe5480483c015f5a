// A changed value and the claim's revisions → its old and new value and the reason.
import type { LedgerColumn, LedgerTable, RawArticleRevision } from '../schemas/generated/types.ts';
import { changeOf } from './releasedTables.ts';
import { hashValue, type SnapshotRow } from './snapshot.ts';

/** Old and new value as text, and why: from the rows where they hold values, else from the revisions. */
export interface ReadChange {
  old: string | null;
  new: string | null;
  reason: string | null;
}

/** What is known of a change. A ledger holds verdict and status in clear and hashes of all else. */
export function readChange(table: LedgerTable, column: LedgerColumn, old: SnapshotRow, row: SnapshotRow): ReadChange {
  const i = table.columns.indexOf(column);
  const chain = findRevisions(row.revisions, table.name, column.name, old.hashes()[i] ?? '', row.hashes()[i] ?? '');
  const clear = (of: SnapshotRow) =>
    column.name === 'verdict' ? of.verdict : column.name === 'status' ? of.status : undefined;
  const value = (of: SnapshotRow, revised: string | null | undefined) =>
    of.cells ? toText(of.cells[column.name]) : (clear(of) ?? revised ?? null);
  return {
    old: value(old, chain[0]?.from),
    new: value(row, chain.at(-1)?.to),
    reason: chain.length === 0 ? null : chain.map(({ reason }) => reason).join(' '),
  };
}

/**
 * The revisions that lead from one value to another, oldest first; empty where they do not. Both values are given as
 * hashes of the published column; revisions speak of the field in raw/, where the article's own voice is `article` and
 * published as null.
 */
export function findRevisions(
  revisions: readonly RawArticleRevision[],
  table: string,
  column: string,
  from: string,
  to: string,
): RawArticleRevision[] {
  const { field = column } = changeOf(table, column);
  const own = revisions.filter((revision) => revision.field === field);
  const hash = (value: string | null) => hashValue(field === 'claimant' && value === 'article' ? null : value);
  const end = own.findLastIndex((revision) => hash(revision.to) === to);
  const start = own.slice(0, end + 1).findLastIndex((revision) => hash(revision.from) === from);
  return start < 0 ? [] : own.slice(start, end + 1);
}

/** A value as one text: lists joined by `|`, as in CSV. */
function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join('|');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
