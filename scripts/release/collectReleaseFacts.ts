// Releases and the state of today → what rules need to know of released claims.
import type { ReleaseFacts } from '../rules/engine/facts.ts';
import { listChangedVotes } from './changedVotes.ts';
import { type History, newestRelease } from './history.ts';
import { changeOf } from './releasedTables.ts';
import { findRevisions } from './revisions.ts';
import type { Snapshot, SnapshotRow, SnapshotTable } from './snapshot.ts';

/** Compares with the newest release as far as rules ask; `current` is null where there is none that can be read. */
export function collectReleaseFacts(
  history: History,
  current: Snapshot | null,
): Pick<ReleaseFacts, 'release' | 'problems' | 'changed' | 'votes' | 'missing'> {
  const release = newestRelease(history);
  if (release === null || current === null)
    return { release: null, problems: history.problems, changed: [], votes: [], missing: [] };
  const tableOf = (snapshot: Snapshot, name: string) => snapshot.tables.find((table) => table.name === name);
  const claims = { old: tableOf(release, 'claims'), new: tableOf(current, 'claims') };
  const withdrawn = { old: tableOf(release, 'withdrawn'), new: tableOf(current, 'withdrawn') };
  const missing: ReleaseFacts['missing'] = [];
  for (const id of listUnlike(claims.old, claims.new))
    if (!claims.new?.rows.has(id) && !withdrawn.new?.rows.has(id)) missing.push({ id, was: 'published' });
  for (const id of listUnlike(withdrawn.old, withdrawn.new))
    if (!withdrawn.new?.rows.has(id)) missing.push({ id, was: 'withdrawn' });
  return {
    release: {
      version: release.version,
      date: release.date,
      articles: [...(tableOf(release, 'articles')?.rows.keys() ?? [])],
    },
    problems: history.problems,
    changed: claims.old && claims.new ? listUnexplained(claims.old, claims.new) : [],
    votes: listChangedVotes(tableOf(release, 'annotations'), tableOf(current, 'annotations'), claims.new),
    missing,
  };
}

/** Ids of rows of which the other state has not the same. */
function listUnlike(old: SnapshotTable | undefined, table: SnapshotTable | undefined): Iterable<string> {
  return (table ? old?.rows.unlike(table.rows) : old?.rows.keys()) ?? [];
}

/**
 * Values that the schema's `x-change.revision` guards, that are not what was released, and that no revision leads to.
 */
function listUnexplained(old: SnapshotTable, table: SnapshotTable): ReleaseFacts['changed'] {
  const guarded = table.columns.flatMap(({ name }, i) => {
    const { revision, field } = changeOf(table.name, name);
    const before = old.columns.findIndex((column) => column.name === name);
    return revision && field !== undefined && before >= 0 ? [{ name, field, i, before }] : [];
  });
  const found: ReleaseFacts['changed'] = [];
  for (const id of table.rows.unlike(old.rows)) {
    if (!old.rows.has(id)) continue;
    const [released, row] = [old.rows.get(id), table.rows.get(id)] as [SnapshotRow, SnapshotRow];
    for (const { name, field, i, before } of guarded) {
      const from = released.hashes()[before] ?? '';
      const to = row.hashes()[i] ?? '';
      if (from === to || findRevisions(row.revisions, table.name, name, from, to).length > 0) continue;
      const was = name === 'verdict' ? released.verdict : null;
      found.push({ id: row.id, field, was, is: String(row.cells?.[name] ?? null) });
    }
  }
  return found;
}
