// A snapshot in memory → its ledger, as a release of its rows writes it.
import { joinLedger, type Ledger } from '../../scripts/release/ledger.ts';
import { renderLedgerLine } from '../../scripts/release/ledgerLine.ts';
import type { Snapshot } from '../../scripts/release/snapshot.ts';

/** The pieces of the ledger of a release on 1 June 2024; see {@link joinLedger}. */
export function renderLedger(
  snapshot: Snapshot,
  previous: Pick<Ledger, 'version' | 'sha256'> | null = null,
): Generator<Uint8Array, Uint8Array> {
  return joinLedger({ ...snapshot, date: '2024-06-01', schemaVersion: '1', previous }, listLines(snapshot));
}

function* listLines({ tables }: Snapshot): Generator<Uint8Array> {
  for (const { name, rows } of tables) for (const row of rows.values()) yield Buffer.from(renderLedgerLine(name, row));
}
