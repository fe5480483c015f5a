// Ledgers → the lines of changes.jsonl.
import type { ReleasedChange } from '../schemas/generated/types.ts';
import { compareReleases } from './compareReleases.ts';
import type { History } from './history.ts';

/** Every change of every release, oldest first, from the ledgers alone. */
export function listChanges({ ledgers }: History): ReleasedChange[] {
  return ledgers.flatMap((ledger, i) =>
    compareReleases(ledgers[i - 1] ?? null, ledger).changes.map(
      ({ table, id, kind, column, old, new: current, reason }) => ({
        version: ledger.version,
        date: ledger.date,
        table,
        id,
        kind,
        column,
        old,
        new: current,
        reason,
      }),
    ),
  );
}
