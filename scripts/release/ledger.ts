// Snapshot of a release ↔ releases/<version>.jsonl, its ledger.
import { createHash } from 'node:crypto';
import type { LedgerHeader, LedgerRow } from '../schemas/generated/types.ts';
import { validatorOf } from '../schemas/validator.ts';
import type { Snapshot, SnapshotRow, SnapshotTable } from './snapshot.ts';

/** A ledger as it was read. */
export interface Ledger extends Snapshot {
  date: string;
  schemaVersion: string;
  previous: LedgerHeader['previous'];
  /** SHA-256 of the file. */
  sha256: string;
}

const ZEROS = '0'.repeat(64);

/** Writes the ledger of a release. `previous` is the ledger before it. */
export function renderLedger(
  snapshot: Snapshot,
  release: { date: string; schemaVersion: string },
  previous: Pick<Ledger, 'version' | 'sha256'> | null,
): string {
  const header: LedgerHeader = {
    ledger: '1',
    version: snapshot.version,
    date: release.date,
    schema_version: release.schemaVersion,
    license: snapshot.license,
    verdicts: [...snapshot.verdicts],
    files: [...snapshot.files],
    tables: snapshot.tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    previous: previous && { version: previous.version, sha256: previous.sha256 },
    sha256: ZEROS,
  };
  const rows = snapshot.tables.flatMap((table) => [...table.rows.values()].map((row) => toLine(table.name, row)));
  const body = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return `${JSON.stringify({ ...header, sha256: digestOf(header, body) })}\n${body}`;
}

/** Reads a ledger. Gives, in words, why a file is none or was altered. */
export function parseLedger(text: string): Ledger | { problem: string } {
  const end = text.indexOf('\n');
  const headerLine = text.slice(0, Math.max(end, 0));
  const header = parseLine<LedgerHeader>(headerLine, 'header');
  if (header === null) return { problem: 'Its first line is not the header of a ledger.' };
  const body = text.slice(end + 1);
  if (JSON.stringify(header) !== headerLine || digestOf(header, body) !== header.sha256)
    return { problem: 'Its contents do not have the digest that its header gives.' };
  const tables = new Map<string, SnapshotTable & { rows: Map<string, SnapshotRow> }>(
    header.tables.map((table) => [table.name, { ...table, rows: new Map() }]),
  );
  const lines = body.split('\n');
  for (const [i, line] of lines.slice(0, -1).entries()) {
    const row = parseLine<LedgerRow>(line, 'row');
    const table = row && tables.get(row.table);
    if (!row || !table || row.hashes.length !== table.columns.length)
      return { problem: `Its line ${i + 2} is not a row of one of its tables.` };
    table.rows.set(row.id, fromLine(row));
  }
  return {
    version: header.version,
    date: header.date,
    schemaVersion: header.schema_version,
    license: header.license,
    verdicts: header.verdicts,
    files: header.files,
    tables: [...tables.values()],
    previous: header.previous,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}

function toLine(table: string, row: SnapshotRow): LedgerRow {
  return {
    table,
    id: row.id,
    verdict: row.verdict,
    status: row.status,
    record: row.record,
    hashes: [...row.hashes()],
    ...(row.revisions.length > 0 ? { revisions: [...row.revisions] } : {}),
    ...(row.reason === null ? {} : { reason: row.reason }),
  };
}

function fromLine({ id, verdict, status, record, hashes, revisions, reason }: LedgerRow): SnapshotRow {
  return {
    id,
    verdict,
    status,
    record,
    hashes: () => hashes,
    cells: null,
    revisions: revisions ?? [],
    reason: reason ?? null,
  };
}

/** SHA-256 of the file with zeros in place of the digest. */
function digestOf(header: LedgerHeader, body: string): string {
  return createHash('sha256')
    .update(`${JSON.stringify({ ...header, sha256: ZEROS })}\n${body}`)
    .digest('hex');
}

function parseLine<T>(line: string, definition: 'header' | 'row'): T | null {
  try {
    const value: unknown = JSON.parse(line);
    return validatorOf('ledger.schema.json', definition)(value) ? (value as T) : null;
  } catch {
    return null;
  }
}
