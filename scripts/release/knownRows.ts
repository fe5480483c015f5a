// The rows of the newest release → where each stands and which release was the last to change it, by the row's digest.
import { copyDigest, DIGEST, type DigestBlocks, isDigestAt } from './digestList.ts';

/** The rows of a table of a release, in their order. */
export interface DigestedTable {
  name: string;
  rows: { size: number; digests: { blocks: DigestBlocks } };
}

/**
 * Rows by their digests, as a table of their numbers that is looked into by the digest's first four bytes. The digests
 * themselves stand where the ledger was read to, once. Plain data in shared memory: all threads look into one table,
 * which takes 8 bytes a row.
 */
export interface KnownRows {
  /** Rows of different digests. */
  size: number;
  /** Numbers of rows, from 1; 0 where a slot is empty. */
  slots: Uint32Array;
  /** The number of each row's version, from 0. */
  since: Uint16Array;
  versions: readonly string[];
  /** `start` is the number of a table's first row, from 0. */
  tables: readonly { name: string; start: number; digests: DigestBlocks }[];
}

/** What is known of a row: the release that last changed it, its table, and its place among that table's rows. */
export interface KnownRow {
  version: string;
  table: string;
  place: number;
}

export const NO_ROWS: KnownRows = {
  size: 0,
  slots: new Uint32Array(new SharedArrayBuffer(4)),
  since: new Uint16Array(new SharedArrayBuffer(0)),
  versions: [],
  tables: [],
};

/**
 * The rows of a release. Of rows with one digest the last counts. A row that the release before it did not have was
 * changed by this one, also where an older one has it: `before` are the rows of the release before it.
 */
export function collectKnownRows(version: string, tables: readonly DigestedTable[], before: KnownRows): KnownRows {
  const versions = [...before.versions, version];
  let rows = 0;
  const numbered = tables.map(({ name, rows: { size, digests } }) => {
    const start = rows;
    rows += size;
    return { name, start, digests: digests.blocks };
  });
  const known: KnownRows = {
    size: 0,
    // A third of the slots stays empty, so that a row is found after two looks or so; one does in any case.
    slots: new Uint32Array(new SharedArrayBuffer(4 * (Math.ceil(1.5 * rows) + 1))),
    since: new Uint16Array(new SharedArrayBuffer(2 * rows)),
    versions,
    tables: numbered,
  };
  for (const [i, { start, digests }] of numbered.entries()) {
    const size = tables[i]?.rows.size ?? 0;
    for (let place = 0; place < size; place++) {
      copyDigest(digests, place, looked);
      const earlier = before.size === 0 ? null : find(before);
      known.since[start + place] = earlier === null ? versions.length - 1 : (before.since[earlier] as number);
      const slot = findSlot(known);
      if (known.slots[slot] === 0) known.size++;
      known.slots[slot] = start + place + 1;
    }
  }
  return known;
}

/** What is known of a row; null where no row has this digest. @param record a SHA-256 in hexadecimal digits */
export function findRow(known: KnownRows, record: string): KnownRow | null {
  looked.write(record, 'hex');
  const number = find(known);
  if (number === null) return null;
  const { name, start } = tableOf(known, number);
  return { version: versionOf(known, number), table: name, place: number - start };
}

/** The release that was the last to change a row; null where no row has this digest. */
export function versionOfRow(known: KnownRows, record: string): string | null {
  looked.write(record, 'hex');
  const number = find(known);
  return number === null ? null : versionOf(known, number);
}

/** The digest that is looked for: a buffer for each would be most of what a look costs. */
const looked = Buffer.alloc(DIGEST);

function versionOf({ versions, since }: KnownRows, number: number): string {
  return versions[since[number] as number] as string;
}

/** The number of the row whose digest is looked for. */
function find(known: KnownRows): number | null {
  const number = known.slots[findSlot(known)] as number;
  return number === 0 ? null : number - 1;
}

function findSlot(known: KnownRows): number {
  const { slots } = known;
  for (let slot = looked.readUInt32LE(0) % slots.length; ; slot = (slot + 1) % slots.length) {
    const number = slots[slot] as number;
    if (number === 0) return slot;
    const { start, digests } = tableOf(known, number - 1);
    if (isDigestAt(digests, number - 1 - start, looked)) return slot;
  }
}

/** The table that the row of a number is of. */
function tableOf({ tables }: KnownRows, number: number): KnownRows['tables'][number] {
  let i = tables.length - 1;
  while ((tables[i] as KnownRows['tables'][number]).start > number) i--;
  return tables[i] as KnownRows['tables'][number];
}
