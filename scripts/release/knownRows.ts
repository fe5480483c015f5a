// The rows of the newest release → where each stands and which release was the last to change it, by the row's digest.

/**
 * Digests of rows with what is known of each, as a table that is looked into by the digest's first four bytes. Plain
 * data in shared memory: all threads look into one table, and a million rows take 59 MB.
 */
export interface KnownRows {
  size: number;
  slots: Uint8Array;
  versions: readonly string[];
  tables: readonly string[];
}

/** What is known of a row: the release that last changed it, its table, and its place among that table's rows. */
export interface KnownRow {
  version: string;
  table: string;
  place: number;
}

const DIGEST = 32;
/** Behind the digest the version's number from 1, in two bytes; 0 where the slot is empty. */
const VERSION = DIGEST;
/** The table's number from 0, in one byte. */
const TABLE = VERSION + 2;
/** The place, in four bytes. */
const PLACE = TABLE + 1;
const SLOT = PLACE + 4;

/** A table for at most so many rows, to be filled by {@link addRow}. Names all versions and tables that may come. */
export function openKnownRows(rows: number, versions: readonly string[], tables: readonly string[]): KnownRows {
  // A third of the slots stays empty, so that a row is found after two looks or so; one does in any case.
  const slots = Math.ceil(1.5 * rows) + 1;
  return { size: 0, slots: new Uint8Array(new SharedArrayBuffer(slots * SLOT)), versions, tables };
}

/** Adds a row. @param record its SHA-256 in hexadecimal digits; where it comes again the later row counts */
export function addRow(known: KnownRows, record: string, { version, table, place }: KnownRow): void {
  const { slots, versions, tables } = known;
  const { at, found } = findSlot(known, record);
  if (!found) {
    slots.set(looked, at);
    known.size++;
  }
  const view = new DataView(slots.buffer, at);
  view.setUint16(VERSION, versions.indexOf(version) + 1);
  view.setUint8(TABLE, tables.indexOf(table));
  view.setUint32(PLACE, place);
}

/** What is known of a row; null where no row has this digest. */
export function findRow(known: KnownRows, record: string): KnownRow | null {
  const { at, found } = findSlot(known, record);
  if (!found) return null;
  const view = new DataView(known.slots.buffer, at);
  const [version, table] = [known.versions[view.getUint16(VERSION) - 1], known.tables[view.getUint8(TABLE)]];
  return version === undefined || table === undefined ? null : { version, table, place: view.getUint32(PLACE) };
}

/** The release that was the last to change a row; null where no row has this digest. */
export function versionOfRow(known: KnownRows, record: string): string | null {
  return findRow(known, record)?.version ?? null;
}

/** The digest that was looked for last: a buffer for each would be most of what a look costs. */
const looked = Buffer.alloc(DIGEST);

function findSlot(known: KnownRows, record: string): { at: number; found: boolean } {
  looked.write(record, 'hex');
  const { slots } = known;
  const count = slots.length / SLOT;
  for (let slot = looked.readUInt32LE(0) % count; ; slot = (slot + 1) % count) {
    const at = slot * SLOT;
    if (!isTaken(known, at)) return { at, found: false };
    if (isAt(slots, at)) return { at, found: true };
  }
}

/** Whether the digest that was looked for stands there. */
function isAt(slots: Uint8Array, at: number): boolean {
  for (let i = 0; i < DIGEST; i++) if (slots[at + i] !== looked[i]) return false;
  return true;
}

function isTaken({ slots }: KnownRows, at: number): boolean {
  return slots[at + VERSION] !== 0 || slots[at + VERSION + 1] !== 0;
}
