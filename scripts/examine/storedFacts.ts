// The facts of a part → pieces on the disk, and back as facts whose columns are read when they are asked for.
import { deserialize, serialize } from 'node:v8';
import type { Piece, ResultWriter } from '../platform/resultFile.ts';
import type { FactPart } from '../rules/engine/collectFacts.ts';

/** What grows with the claims; the rest is little, and stays with its part. */
const COLUMNS = ['articles', 'ids', 'numbers', 'words', 'evidence', 'uses', 'users'] as const;
type Column = (typeof COLUMNS)[number];

/** Where the columns of facts stand. */
export type FactPieces = Record<Column, Piece>;

const NOBODY = { verdicts: [], publishers: [], entities: [], topics: [], licences: [], distortions: [] };
const NONE: Pick<FactPart, Column> = {
  articles: [],
  ids: [],
  numbers: new Int32Array(0),
  words: new Int32Array(0),
  evidence: [],
  uses: NOBODY,
  users: NOBODY,
};

/** Writes the columns of facts as pieces; what is left of the facts goes with their part. */
export function storeFacts(facts: FactPart, writer: Pick<ResultWriter, 'add'>): { head: FactPart; pieces: FactPieces } {
  const pieces = {
    articles: writer.add(serialize(facts.articles)),
    ids: writer.add(serialize(facts.ids)),
    numbers: writer.add(toBytes(facts.numbers)),
    words: writer.add(toBytes(facts.words)),
    evidence: writer.add(serialize(facts.evidence)),
    uses: writer.add(serialize(facts.uses)),
    users: writer.add(serialize(facts.users)),
  };
  return { head: { ...facts, ...NONE }, pieces };
}

/**
 * Facts whose columns lie on the disk. Rules go through all claims in their order, and from some of them to others: a
 * column that was read stays in memory until enough others were read after it.
 */
export class StoredFacts implements FactPart {
  readonly verdicts: FactPart['verdicts'];
  readonly links: FactPart['links'];
  private readonly pieces: FactPieces;
  private readonly read: (piece: Piece, memory: Buffer<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  private readonly shelf: Shelf;
  private readonly held: Partial<Pick<FactPart, Column>> = {};

  constructor(
    { verdicts, links }: FactPart,
    pieces: FactPieces,
    read: (piece: Piece, memory: Buffer<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
    shelf: Shelf,
  ) {
    this.verdicts = verdicts;
    this.links = links;
    this.pieces = pieces;
    this.read = read;
    this.shelf = shelf;
  }

  get articles(): FactPart['articles'] {
    return this.held.articles ?? this.hold('articles', readObjects);
  }

  get ids(): FactPart['ids'] {
    return this.held.ids ?? this.hold('ids', readObjects);
  }

  get numbers(): FactPart['numbers'] {
    return this.held.numbers ?? this.hold('numbers', toNumbers);
  }

  get words(): FactPart['words'] {
    return this.held.words ?? this.hold('words', toNumbers);
  }

  get evidence(): FactPart['evidence'] {
    return this.held.evidence ?? this.hold('evidence', readObjects);
  }

  get uses(): FactPart['uses'] {
    return this.held.uses ?? this.hold('uses', readObjects);
  }

  get users(): FactPart['users'] {
    return this.held.users ?? this.hold('users', readObjects);
  }

  private hold<C extends Column>(column: C, decode: (bytes: Uint8Array<ArrayBuffer>) => FactPart[C]): FactPart[C] {
    const { held, shelf } = this;
    const piece = this.pieces[column];
    // Objects are copies of what was read; numbers stand where it was put.
    const isView = decode === toNumbers;
    const memory = isView ? shelf.take(piece.length) : shelf.desk(piece.length);
    const values = decode(this.read(piece, memory));
    Object.assign(held, { [column]: values });
    const drop = () => delete held[column];
    if (isView) shelf.put(memory.length, drop, memory);
    else shelf.put(OBJECTS * piece.length, drop);
    return values;
  }
}

/** So much that gave way is left alone: who looks at two claims has columns of both in hand, and asks for others. */
const AT_HAND = 16;
const SMALLEST = 16 * 1024;

/**
 * What was read last, as far as it takes so much memory; what was put there first is taken away first. Memory that is
 * new to a process costs time, and is found unused late: what gave way is written over.
 */
export class Shelf {
  private readonly capacity: number;
  private readonly kept: { bytes: number; drop: () => void; memory: Buffer<ArrayBuffer> | undefined }[] = [];
  private first = 0;
  private bytes = 0;
  private readonly spare: Buffer<ArrayBuffer>[] = [];
  private reading = Buffer.allocUnsafeSlow(SMALLEST);

  /** @param capacity in bytes */
  constructor(capacity = 16 * 1024 * 1024) {
    this.capacity = capacity;
  }

  /** Memory for a column that will be put here. */
  take(length: number): Buffer<ArrayBuffer> {
    const { spare } = this;
    for (let i = 0; i < spare.length - AT_HAND; i++)
      if ((spare[i] as Buffer).length >= length) return spare.splice(i, 1)[0] as Buffer<ArrayBuffer>;
    return Buffer.allocUnsafeSlow(roundUp(length));
  }

  /** Memory for what is decoded at once. */
  desk(length: number): Buffer<ArrayBuffer> {
    if (this.reading.length < length) this.reading = Buffer.allocUnsafeSlow(roundUp(length));
    return this.reading;
  }

  put(bytes: number, drop: () => void, memory?: Buffer<ArrayBuffer>): void {
    this.kept.push({ bytes, drop, memory });
    this.bytes += bytes;
    // The last one stays, however large it is.
    for (; this.bytes > this.capacity && this.first < this.kept.length - 1; this.first++) {
      const oldest = this.kept[this.first] as (typeof this.kept)[number];
      oldest.drop();
      this.bytes -= oldest.bytes;
      if (oldest.memory) this.spare.push(oldest.memory);
    }
    if (this.spare.length > 2 * AT_HAND) this.spare.splice(0, this.spare.length - 2 * AT_HAND);
    if (2 * this.first < this.kept.length) return;
    this.kept.splice(0, this.first);
    this.first = 0;
  }
}

/** Columns of parts differ in length: memory of few sizes does for the next. */
function roundUp(length: number): number {
  let size = SMALLEST;
  while (size < length) size *= 2;
  return size;
}

/** About so many times the bytes that objects take on the disk they take in memory. */
const OBJECTS = 3;

function readObjects(bytes: Uint8Array) {
  return deserialize(bytes);
}

function toBytes({ buffer, byteOffset, byteLength }: Int32Array<ArrayBuffer>): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** What is read is in memory of its own, where numbers may begin. */
function toNumbers({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  return new Int32Array(buffer, byteOffset, byteLength / Int32Array.BYTES_PER_ELEMENT);
}
