// A row of a snapshot → its line in a ledger.
import type { LedgerRow } from '../schemas/generated/types.ts';
import type { SnapshotRow } from './snapshot.ts';

/** The line with its end. */
export function renderLedgerLine(table: string, row: SnapshotRow): string {
  const line: LedgerRow = {
    table,
    id: row.id,
    verdict: row.verdict,
    status: row.status,
    record: row.record,
    hashes: [...row.hashes()],
    ...(row.revisions.length > 0 ? { revisions: [...row.revisions] } : {}),
    ...(row.reason === null ? {} : { reason: row.reason }),
  };
  return `${JSON.stringify(line)}\n`;
}
