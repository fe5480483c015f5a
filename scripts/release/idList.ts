// Ids, one after another → the place of each, in some bytes an id instead of a text and an entry of a map.
import { Column, uint8, uint32 } from './column.ts';

/** So many slots are looked at for an id; one that has no room there is kept by its text. */
const FAR = 16;
/** Bytes of a block of ids. */
const BLOCK = 1 << 18;
/** One that is longer is kept by its text. */
const LONGEST = 255;
/** Behind so many bytes ids are kept by their texts. */
const MOST = 2 ** 32 - 2 * BLOCK;

/**
 * Distinct texts in their order. A hundred thousand ids of claims take 4 MB, and 1.5 where they can be read somewhere
 * else.
 */
export class IdList {
  private readonly load: ((place: number) => string) | null;
  /** A hash of each id, where the ids themselves are read. */
  private readonly hashes = new Column(uint32);
  /** The ids as Latin-1, one behind the other; none stands in two blocks. */
  private readonly blocks: Buffer[] = [];
  private end = 0;
  /** Where each begins, in all blocks together, and how long it is. */
  private readonly starts = new Column(uint32);
  private readonly lengths = new Column(uint8);
  /** Places from 1, found by a hash of the id; 0 where a slot is empty. At least half of them are. */
  private slots = new Int32Array(1 << 10);
  /** Ids that are kept by their texts, and those that many others stand in the way of: a file can be made for that. */
  private readonly others = new Map<string, number>();
  private readonly texts = new Map<number, string>();
  private count = 0;

  /** @param load reads an id by its place; without it ids are kept */
  constructor(load: ((place: number) => string) | null = null) {
    this.load = load;
  }

  get size(): number {
    return this.count;
  }

  /** Adds an id behind the others, unless it is there. @returns its place, from 0 */
  add(id: string): number {
    const known = this.placeOf(id);
    if (known !== undefined) return known;
    const place = this.count++;
    if (this.load === null) this.keep(id, place);
    else this.hashes.set(place, hashOf(id));
    if (2 * this.count > this.slots.length) this.spread();
    else this.enter(place, id);
    return place;
  }

  /** Where an id stands, from 0. */
  placeOf(id: string): number | undefined {
    const { slots } = this;
    const mask = slots.length - 1;
    const hash = hashOf(id);
    for (let slot = hash, looks = 0; looks < FAR; slot++, looks++) {
      const place = (slots[slot & mask] as number) - 1;
      if (place < 0) break;
      if (this.isAt(place, id, hash)) return place;
    }
    return this.others.get(id);
  }

  /** The id at a place that there is. */
  at(place: number): string {
    if (this.load !== null) return this.load(place);
    const text = this.texts.get(place);
    if (text !== undefined) return text;
    const start = this.starts.get(place);
    const at = start % BLOCK;
    return (this.blocks[Math.floor(start / BLOCK)] as Buffer).toString('latin1', at, at + this.lengths.get(place));
  }

  *[Symbol.iterator](): Generator<string> {
    for (let place = 0; place < this.count; place++) yield this.at(place);
  }

  private isAt(place: number, id: string, hash: number): boolean {
    if (this.load !== null) return this.hashes.get(place) === hash && this.load(place) === id;
    if (this.lengths.get(place) !== id.length) return false;
    const start = this.starts.get(place);
    const block = this.blocks[Math.floor(start / BLOCK)] as Buffer;
    for (let i = 0, at = start % BLOCK; i < id.length; i++, at++) if (block[at] !== id.charCodeAt(i)) return false;
    return true;
  }

  private keep(id: string, place: number): void {
    if (id.length > LONGEST || this.end > MOST || !isLatin1(id)) {
      this.texts.set(place, id);
      return;
    }
    if ((this.end % BLOCK) + id.length > BLOCK) this.end = this.blocks.length * BLOCK;
    if (this.end === this.blocks.length * BLOCK) this.blocks.push(Buffer.allocUnsafeSlow(BLOCK));
    this.blocks[this.blocks.length - 1]?.write(id, this.end % BLOCK, 'latin1');
    this.starts.set(place, this.end);
    this.lengths.set(place, id.length);
    this.end += id.length;
  }

  private enter(place: number, id?: string): void {
    const { slots } = this;
    const mask = slots.length - 1;
    if (!this.texts.has(place)) {
      const hash = this.load === null ? hashOf(id ?? this.at(place)) : this.hashes.get(place);
      for (let slot = hash, looks = 0; looks < FAR; slot++, looks++) {
        if (slots[slot & mask] !== 0) continue;
        slots[slot & mask] = place + 1;
        return;
      }
    }
    this.others.set(id ?? this.at(place), place);
  }

  private spread(): void {
    this.slots = new Int32Array(2 * this.slots.length);
    this.others.clear();
    for (let place = 0; place < this.count; place++) this.enter(place);
  }
}

function isLatin1(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return false;
  return true;
}

/** FNV-1a over the characters, its upper half mixed into the lower, which counts. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x7fffffff;
}
