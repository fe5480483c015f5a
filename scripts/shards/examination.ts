// Parts that a shard has examined → pieces that are handed over, and back as parts that are read as they are wanted.
import { deserialize } from 'node:v8';
import { type FormerParts, type Part, packPart } from '../examine/part.ts';
import { type FactPieces, Shelf, StoredFacts, storeFacts } from '../examine/storedFacts.ts';
import { measureIfAny } from '../platform/measuredFile.ts';
import type { Piece, ResultWriter } from '../platform/resultFile.ts';
import { UserError } from '../platform/userError.ts';
import type { HandedPiece } from './handOver.ts';

/** What a shard says of its parts. */
export interface Examination {
  parts: StoredPart[];
  /** The captures that were looked for, and their digests. */
  looked: readonly (readonly [path: string, sha256: string | null])[];
}

interface StoredPart {
  packed: Piece;
  facts: FactPieces[];
  rows: Piece;
  sizes: readonly number[];
}

/** Adds a part and the bytes of its rows. */
export function storePart(part: Part, rows: readonly Uint8Array[], writer: ResultWriter): StoredPart {
  const sizes = rows.map(({ length }) => length);
  const stored = part.facts.map((facts) => storeFacts(facts, writer));
  const packed = writer.add(packPart({ ...part, facts: stored.map(({ head }) => head) }));
  return { packed, facts: stored.map(({ pieces }) => pieces), rows: writer.add(...rows), sizes };
}

/** The parts of all shards, in order; they are to be closed. */
export function openParts(pieces: readonly HandedPiece<Examination>[]): Omit<FormerParts, 'clusters'> {
  const shelf = new Shelf();
  // Rows are good until others are read: memory that is new to a process costs time, and is found unused late.
  let memory = Buffer.alloc(0);
  const roomFor = (length: number) => {
    if (memory.length < length) memory = Buffer.allocUnsafeSlow(Math.ceil(1.25 * length));
    return memory;
  };
  return {
    parts: pieces.flatMap(({ body, read }) =>
      body.parts.map(({ packed, facts, rows, sizes }) => ({
        load: () => {
          const part = deserialize(read(packed)) as Part;
          const stored = part.facts.map((head, i) => new StoredFacts(head, facts[i] as FactPieces, read, shelf));
          return { part: { ...part, facts: stored }, packed: null };
        },
        readRows: () => cutRows(read(rows, roomFor(rows.length)), sizes),
      })),
    ),
    close: () => {
      for (const piece of pieces) piece.close();
    },
  };
}

/** Whether every byte of an examination is there, and the captures are those that it saw. Closes it. */
export function isWhole({ body, read, close }: HandedPiece<Examination>): boolean {
  try {
    for (const { packed, facts, rows } of body.parts)
      for (const piece of [packed, ...facts.flatMap((one) => Object.values(one)), rows]) read(piece);
    return body.looked.every(([path, sha256]) => digestCapture(path) === sha256);
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  } finally {
    close();
  }
}

/** The digest of a capture; null where it cannot be read. */
export function digestCapture(path: string): string | null {
  return measureIfAny(path)?.sha256 ?? null;
}

function cutRows(bytes: Uint8Array<ArrayBuffer>, sizes: readonly number[]): Uint8Array<ArrayBuffer>[] {
  let end = 0;
  return sizes.map((size) => {
    end += size;
    return bytes.subarray(end - size, end);
  });
}
