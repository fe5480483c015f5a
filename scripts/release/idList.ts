// Ids, one after another → the place of each, in some bytes an id instead of a text and an entry of a map.

/** So many slots are looked at for an id; one that has no room there is kept by its text. */
const FAR = 16;

/** Distinct texts in their order. A hundred thousand ids of claims take 4 MB. */
export class IdList {
  /** The ids as Latin-1, one behind the other. */
  private bytes = Buffer.alloc(1 << 12);
  /** Where each ends in `bytes`. */
  private ends = new Float64Array(1 << 8);
  /** Places from 1, found by a hash of the id; 0 where a slot is empty. At least half of them are. */
  private slots = new Int32Array(1 << 10);
  /** Ids that are not Latin-1, or that many others stand in the way of: a file can be made for that. */
  private readonly others = new Map<string, number>();
  private readonly texts = new Map<number, string>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Adds an id behind the others, unless it is there. @returns its place, from 0 */
  add(id: string): number {
    const known = this.placeOf(id);
    if (known !== undefined) return known;
    const place = this.count++;
    this.keep(id, place);
    if (2 * this.count > this.slots.length) this.spread();
    else this.enter(id, place);
    return place;
  }

  /** Where an id stands, from 0. */
  placeOf(id: string): number | undefined {
    const { slots } = this;
    const mask = slots.length - 1;
    for (let slot = hashOf(id), looks = 0; looks < FAR; slot++, looks++) {
      const place = (slots[slot & mask] as number) - 1;
      if (place < 0) break;
      if (this.isAt(place, id)) return place;
    }
    return this.others.get(id);
  }

  /** The id at a place that there is. */
  at(place: number): string {
    return this.texts.get(place) ?? this.bytes.toString('latin1', this.startOf(place), this.ends[place]);
  }

  *[Symbol.iterator](): Generator<string> {
    for (let place = 0; place < this.count; place++) yield this.at(place);
  }

  private startOf(place: number): number {
    return place === 0 ? 0 : (this.ends[place - 1] as number);
  }

  private isAt(place: number, id: string): boolean {
    const { bytes } = this;
    const start = this.startOf(place);
    if ((this.ends[place] as number) - start !== id.length) return false;
    for (let i = 0; i < id.length; i++) if (bytes[start + i] !== id.charCodeAt(i)) return false;
    return true;
  }

  private keep(id: string, place: number): void {
    if (place === this.ends.length) this.ends = grow(this.ends, new Float64Array(2 * place));
    const start = this.startOf(place);
    const isLatin = isLatin1(id);
    const end = isLatin ? start + id.length : start;
    this.ends[place] = end;
    if (!isLatin) {
      this.texts.set(place, id);
      return;
    }
    while (end > this.bytes.length) this.bytes = grow(this.bytes, Buffer.alloc(2 * this.bytes.length));
    this.bytes.write(id, start, 'latin1');
  }

  private enter(id: string, place: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    if (!this.texts.has(place))
      for (let slot = hashOf(id), looks = 0; looks < FAR; slot++, looks++) {
        if (slots[slot & mask] !== 0) continue;
        slots[slot & mask] = place + 1;
        return;
      }
    this.others.set(id, place);
  }

  private spread(): void {
    this.slots = new Int32Array(2 * this.slots.length);
    this.others.clear();
    for (let place = 0; place < this.count; place++) this.enter(this.at(place), place);
  }
}

function grow<T extends Float64Array | Buffer>(from: T, to: T): T {
  to.set(from);
  return to;
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
