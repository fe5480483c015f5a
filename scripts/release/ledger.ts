// Snapshot of a release ↔ releases/<version>.jsonl, its ledger.
import { createHash, type Hash } from 'node:crypto';
import type { ReadableFile } from '../formats/readableFile.ts';
import type { LedgerHeader, LedgerRow, LedgerTable } from '../schemas/generated/types.ts';
import { validatorOf } from '../schemas/validator.ts';
import { Column, uint8 } from './column.ts';
import { type IndexedTable, LineReader, Lines, RowIndex } from './rowIndex.ts';
import type { Snapshot, SnapshotRow } from './snapshot.ts';
import { splitLines } from './splitLines.ts';
import { UsualLine, type UsualRow } from './usualLine.ts';

/** A table of a ledger. */
export interface LedgerIndex extends IndexedTable {
  rows: RowIndex;
}

/** A ledger as it was read. */
export interface Ledger extends Snapshot {
  tables: readonly LedgerIndex[];
  date: string;
  schemaVersion: string;
  previous: LedgerHeader['previous'];
  /** SHA-256 of the file. */
  sha256: string;
}

const ZEROS = '0'.repeat(64);

/** A release as its ledger describes it, and the ledger before it. */
export interface LedgerHead extends Omit<Snapshot, 'tables'> {
  tables: readonly LedgerTable[];
  date: string;
  schemaVersion: string;
  previous: Pick<Ledger, 'version' | 'sha256'> | null;
}

/**
 * The bytes of a release's ledger, piece by piece. Its digest is known only at the end: the header goes out with zeros
 * in its place, and what is given back is the header to be put over it, of the same length. `lines` are those of all
 * rows, table by table, in whatever pieces.
 */
export function* joinLedger(snapshot: LedgerHead, lines: Iterable<Uint8Array>): Generator<Uint8Array, Uint8Array> {
  const { previous } = snapshot;
  const header: LedgerHeader = {
    ledger: '1',
    version: snapshot.version,
    date: snapshot.date,
    schema_version: snapshot.schemaVersion,
    license: snapshot.license,
    verdicts: [...snapshot.verdicts],
    files: [...snapshot.files],
    ...(snapshot.inputs ? { inputs: { ...snapshot.inputs } } : {}),
    tables: snapshot.tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    previous: previous && { version: previous.version, sha256: previous.sha256 },
    sha256: ZEROS,
  };
  const hash = hashOf(header);
  yield Buffer.from(`${JSON.stringify(header)}\n`);
  for (const piece of lines) {
    hash.update(piece);
    yield piece;
  }
  return Buffer.from(`${JSON.stringify({ ...header, sha256: hash.digest('hex') })}\n`);
}

/**
 * Reads a ledger. Gives, in words, why a file is none or was altered. Its rows and ids are read again when they are
 * asked for, and so are digests, unless they are kept: for who looks for rows by them.
 */
export function parseLedger(file: ReadableFile, keepDigests = true): Ledger | { problem: string } {
  const whole = createHash('sha256');
  let own: Hash | null = null;
  let header: LedgerHeader | null = null;
  /** Where the header ends. */
  let begin = 0;
  const watch = function* (pieces: Iterable<Uint8Array>) {
    let start = 0;
    for (const piece of pieces) {
      whole.update(piece);
      yield piece;
      // The lines of the piece have been looked at.
      own?.update(piece.subarray(Math.max(0, begin - start)));
      start += piece.length;
    }
  };
  const lines = new Lines(file);
  const odd = new Column(uint8);
  const tables = new Map<string, LedgerIndex>();
  let at = 0;
  let number = -1;
  let usual = null as UsualLine | null;
  for (const line of splitLines(watch(file.pieces()), 'A ledger')) {
    number++;
    // Rows before this one may be read while it is looked at.
    lines.add(at);
    at += line.length + 1;
    const text = line.toString('utf8');
    if (header === null || own === null) {
      header = parseLine<LedgerHeader>(text, 'header');
      if (header === null) return { problem: 'Its first line is not the header of a ledger.' };
      if (JSON.stringify(header) !== text) return { problem: ALTERED };
      own = hashOf(header);
      begin = at;
      for (const table of header.tables) tables.set(table.name, indexTable(table, lines, odd, keepDigests));
    } else {
      const known = usual?.read(text) ?? null;
      const row: UsualRow | null = known ?? parseRow(text, tables);
      if (known === null) odd.set(number, 1);
      const table = row && tables.get(row.table);
      if (!table) return { problem: `Its line ${number + 1} is not a row of one of its tables.` };
      // Rows of one table stand together.
      if (usual?.table !== row.table) usual = new UsualLine(table);
      if (table.rows.has(row.id)) return { problem: `Its line ${number + 1} gives a row a second time.` };
      table.rows.add(row.id, row.record, number);
    }
  }
  lines.add(at);
  if (header === null || own === null) return { problem: 'Its first line is not the header of a ledger.' };
  // Every line has an end, which the digest counts.
  if (at !== file.size || own.digest('hex') !== header.sha256) return { problem: ALTERED };
  return {
    version: header.version,
    date: header.date,
    schemaVersion: header.schema_version,
    license: header.license,
    verdicts: header.verdicts,
    files: header.files,
    inputs: header.inputs,
    tables: [...tables.values()],
    previous: header.previous,
    sha256: whole.digest('hex'),
  };
}

const ALTERED = 'Its contents do not have the digest that its header gives.';

/** @param odd lines of which only the parser knows where what stands */
function indexTable(
  { name, columns }: LedgerTable,
  lines: Lines,
  odd: Column<Uint8Array>,
  keepDigests: boolean,
): LedgerIndex {
  const reader = new LineReader(lines);
  // Of a row that is compared with another more is asked for, one by one.
  let last = -1;
  let text = '';
  const read = (line: number) => {
    if (line !== last) text = reader.read(line);
    last = line;
    return text;
  };
  const parseAt = (line: number) => JSON.parse(read(line)) as LedgerRow;
  const isOdd = (line: number) => odd.get(line) === 1;
  const row = (line: number) => fromLine(parseAt(line));
  const id = (line: number) => (isOdd(line) ? parseAt(line).id : idOf(read(line)));
  const record = (line: number) => (isOdd(line) ? parseAt(line).record : recordOf(read(line)));
  return { name, columns, rows: new RowIndex(keepDigests ? { row, id } : { row, id, record }) };
}

/** What a usual line says under a key of which it has one, and which no key before it can be taken for. */
const readText = (key: string) => {
  const opening = `"${key}":"`;
  return (line: string): string => {
    const start = line.indexOf(opening) + opening.length;
    return line.slice(start, line.indexOf('"', start));
  };
};
const idOf = readText('id');
const recordOf = readText('record');

/** A row that has as many hashes as its table has columns; null where a line is none. */
function parseRow(line: string, tables: ReadonlyMap<string, IndexedTable>): LedgerRow | null {
  const row = parseLine<LedgerRow>(line, 'row');
  return row && row.hashes.length === tables.get(row.table)?.columns.length ? row : null;
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

/** The digest of the file with zeros in place of the digest, up to the end of the header. */
function hashOf(header: LedgerHeader): Hash {
  return createHash('sha256').update(`${JSON.stringify({ ...header, sha256: ZEROS })}\n`);
}

function parseLine<T>(line: string, definition: 'header' | 'row'): T | null {
  try {
    const value: unknown = JSON.parse(line);
    return validatorOf('ledger.schema.json', definition)(value) ? (value as T) : null;
  } catch {
    return null;
  }
}
