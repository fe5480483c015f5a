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
  private readonly read: (piece: Piece) => Uint8Array<ArrayBuffer>;
  private readonly shelf: Shelf;
  private readonly held: Partial<Pick<FactPart, Column>> = {};

  constructor(
    { verdicts, links }: FactPart,
    pieces: FactPieces,
    read: (piece: Piece) => Uint8Array<ArrayBuffer>,
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
    const { held } = this;
    const piece = this.pieces[column];
    const values = decode(this.read(piece));
    Object.assign(held, { [column]: values });
    this.shelf.put(decode === toNumbers ? piece.length : OBJECTS * piece.length, () => delete held[column]);
    return values;
  }
}

/** What was read last, as far as it takes so much memory; what was put there first is taken away first. */
export class Shelf {
  private readonly capacity: number;
  private readonly kept: { bytes: number; drop: () => void }[] = [];
  private first = 0;
  private bytes = 0;

  /** @param capacity in bytes */
  constructor(capacity = 16 * 1024 * 1024) {
    this.capacity = capacity;
  }

  put(bytes: number, drop: () => void): void {
    this.kept.push({ bytes, drop });
    this.bytes += bytes;
    // The last one stays, however large it is.
    for (; this.bytes > this.capacity && this.first < this.kept.length - 1; this.first++) {
      const oldest = this.kept[this.first];
      oldest?.drop();
      this.bytes -= oldest?.bytes ?? 0;
    }
    if (2 * this.first < this.kept.length) return;
    this.kept.splice(0, this.first);
    this.first = 0;
  }
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
