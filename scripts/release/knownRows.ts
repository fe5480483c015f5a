// The rows of the newest release → which release was the last to change each, found by the row's digest.

/**
 * Digests of rows with a number of a version each, as a table that is looked into by the digest's first four bytes.
 * Plain data in shared memory: all threads look into one table, and a million rows take 51 MB.
 */
export interface KnownRows {
  size: number;
  slots: Uint8Array;
  versions: readonly string[];
}

const DIGEST = 32;
/** Behind the digest the version's number from 1 in two bytes; 0 where the slot is empty. */
const SLOT = DIGEST + 2;

/** A table for at most so many rows, to be filled by {@link addRow}. `versions` are all that may come. */
export function openKnownRows(rows: number, versions: readonly string[]): KnownRows {
  // A third of the slots stays empty, so that a row is found after two looks or so; one does in any case.
  const slots = Math.ceil(1.5 * rows) + 1;
  return { size: 0, slots: new Uint8Array(new SharedArrayBuffer(slots * SLOT)), versions };
}

/** Adds a row. @param record its SHA-256 in hexadecimal digits; where it comes again the later version counts */
export function addRow(known: KnownRows, record: string, version: string): void {
  const digest = Buffer.from(record, 'hex');
  const { at, found } = findSlot(known, digest);
  if (!found) {
    known.slots.set(digest, at);
    known.size++;
  }
  const number = known.versions.indexOf(version) + 1;
  known.slots[at + DIGEST] = number >> 8;
  known.slots[at + DIGEST + 1] = number & 0xff;
}

/** The release that was the last to change a row; null where no row has this digest. */
export function versionOfRow(known: KnownRows, record: string): string | null {
  const { at, found } = findSlot(known, Buffer.from(record, 'hex'));
  return found ? (known.versions[numberAt(known, at) - 1] ?? null) : null;
}

function findSlot(known: KnownRows, digest: Buffer): { at: number; found: boolean } {
  const { slots } = known;
  const count = slots.length / SLOT;
  for (let slot = digest.readUInt32LE(0) % count; ; slot = (slot + 1) % count) {
    const at = slot * SLOT;
    if (numberAt(known, at) === 0) return { at, found: false };
    if (digest.equals(slots.subarray(at, at + DIGEST))) return { at, found: true };
  }
}

function numberAt({ slots }: KnownRows, at: number): number {
  return ((slots[at + DIGEST] as number) << 8) | (slots[at + DIGEST + 1] as number);
}
