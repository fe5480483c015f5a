// The changes between versions → a list by version that a reader can follow.
import type { ReleasedChange } from '../schemas/generated/types.ts';

/** One version: what was added, row by row only counted, and every other change of a claim. */
export interface ChangedVersion {
  readonly version: string;
  readonly date: string;
  readonly added: Readonly<Record<string, number>>;
  readonly changed: readonly Pick<ReleasedChange, 'id' | 'table' | 'kind' | 'column' | 'old' | 'new' | 'reason'>[];
  /** Changes that are counted but not listed, since there are too many. */
  readonly left: number;
}

/** Newest version first. */
export type ChangeList = readonly ChangedVersion[];

/** Other changes of a version that are listed; those of a verdict and withdrawals all are, for they may be quoted. */
const LISTED = 300;
const isQuotable = ({ kind, column }: ReleasedChange): boolean => kind === 'withdrawn' || column === 'verdict';

export function listChanges(changes: Iterable<ReleasedChange>): ChangeList {
  const versions = new Map<
    string,
    { version: string; date: string; added: Record<string, number>; changed: ReleasedChange[]; left: number }
  >();
  for (const change of changes) {
    const { version, date, table, kind } = change;
    const entry = versions.get(version) ?? { version, date, added: {}, changed: [], left: 0 };
    versions.set(version, entry);
    if (kind === 'added') entry.added[table] = (entry.added[table] ?? 0) + 1;
    else if (isQuotable(change) || entry.changed.length < LISTED) entry.changed.push(change);
    else entry.left += 1;
  }
  return [...versions.values()].reverse().map((entry) => ({
    ...entry,
    changed: entry.changed.map(({ id, table, kind, column, old, new: value, reason }) => ({
      id,
      table,
      kind,
      column,
      old,
      new: value,
      reason,
    })),
  }));
}
