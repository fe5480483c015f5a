// History and the rows of today → the lines of records.jsonl and changes.jsonl.
import type { ReleasedChange, ReleasedRecord } from '../schemas/generated/types.ts';
import { compareReleases } from './compareReleases.ts';
import type { History } from './history.ts';
import type { Snapshot } from './snapshot.ts';

/** Every row of every table with its content hash and the release that last changed it; null where that is yet to come. */
export function listRecords({ ledgers }: History, current: Pick<Snapshot, 'tables'>): ReleasedRecord[] {
  return current.tables.flatMap(({ name, rows }) => {
    const past = ledgers.map(({ version, tables }) => ({
      version,
      rows: tables.find((table) => table.name === name)?.rows,
    }));
    return [...rows.values()].map(({ id, record }) => {
      let version: string | null = null;
      for (const release of past.toReversed()) {
        if (release.rows?.get(id)?.record !== record) break;
        version = release.version;
      }
      return { table: name, id, content_sha256: record, version };
    });
  });
}

/** Every change of every release, oldest first, from the ledgers alone. */
export function listChanges({ ledgers }: History): ReleasedChange[] {
  return ledgers.flatMap((ledger, i) =>
    compareReleases(ledgers[i - 1] ?? null, ledger).changes.map((change) => ({
      version: ledger.version,
      date: ledger.date,
      ...change,
    })),
  );
}
