// Ledgers → the lines of changes.jsonl.
import type { ReleasedChange } from '../schemas/generated/types.ts';
import { streamChanges } from './compareReleases.ts';
import type { History } from './history.ts';

/** Every change of every release, oldest first, from the ledgers alone; one at a time is in memory. */
export function* listChanges({ ledgers }: History): Generator<ReleasedChange> {
  for (const [i, ledger] of ledgers.entries())
    for (const { table, id, kind, column, old, new: current, reason } of streamChanges(ledgers[i - 1] ?? null, ledger))
      yield { version: ledger.version, date: ledger.date, table, id, kind, column, old, new: current, reason };
}
