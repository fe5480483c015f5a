// Claims, one after another → which have the same words, and which nearly.
import { BANDS, bandKeys, findNearPairs, markWords } from '../claims/nearClaims.ts';
import { WordReader } from '../claims/wording.ts';
import { FEWEST_WORDS, NEAR } from '../values/words.ts';
import { int32, joinKey } from './columns.ts';

/** The words of claims, in columns. A claim without words has no twin. */
export class Wordings {
  /** Of each claim the first before it in its `realm` with the same words, or -1. */
  readonly twins = int32();
  private readonly reader = new WordReader();
  private readonly realms: Map<number, number>[] = [];
  private readonly low = int32();
  private readonly high = int32();
  private readonly figures = int32();
  private readonly marks = int32();
  private readonly counts = int32();
  private readonly ends = int32();
  private readonly words = int32();
  private readonly bands = int32();
  private readonly keys = new Int32Array(BANDS);

  /** The digest of a text's words, or null where it has none. */
  digest(text: string): number | null {
    const { reader } = this;
    reader.read(text);
    return reader.low === 0 && reader.high === 0 ? null : joinKey(reader.low, reader.high);
  }

  /**
   * Adds the claim with the next number; null for one that has no text or does not count. `realm`: twins are looked for
   * within it.
   */
  add(text: string | null, realm: number): void {
    const { reader } = this;
    const number = this.low.length;
    const key = text === null ? null : this.digest(text);
    this.low.push(key === null ? 0 : reader.low);
    this.high.push(key === null ? 0 : reader.high);
    this.twins.push(key === null ? -1 : this.findTwin(key, number, realm));
    const enough = key !== null && reader.count >= FEWEST_WORDS;
    this.figures.push(enough ? reader.figures : 0);
    this.counts.push(enough ? reader.count : 0);
    this.marks.push(enough ? markWords(reader.hashes, reader.count) : 0);
    if (enough) {
      const { keys } = this;
      bandKeys(reader.hashes, reader.count, reader.figures, keys, 0);
      for (let band = 0; band < BANDS; band++) this.bands.push(keys[band] as number);
      for (let i = 0; i < reader.count; i++) this.words.push(reader.hashes[i] as number);
    }
    this.ends.push(this.words.length);
  }

  private findTwin(key: number, number: number, realm: number): number {
    this.realms[realm] ??= new Map();
    const firsts = this.realms[realm] as Map<number, number>;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, number);
    return first !== undefined && this.haveSameWords(first, number) ? first : -1;
  }

  haveSameWords(a: number, b: number): boolean {
    return this.low.at(a) === this.low.at(b) && this.high.at(a) === this.high.at(b);
  }

  /** The digest of a claim's words; null where it has none. */
  keyAt(claim: number): number | null {
    const [low, high] = [this.low.at(claim), this.high.at(claim)];
    return low === 0 && high === 0 ? null : joinKey(low, high);
  }

  /** Pairs of claims that say nearly the same and not the same, each once, in order. */
  listNear(): [number, number][] {
    const claims = int32();
    for (let i = 0; i < this.counts.length; i++) if (this.counts.at(i) > 0) claims.push(i);
    const numbers = claims.view();
    const pick = (of: { at(i: number): number }) => Int32Array.from(numbers, (claim) => of.at(claim));
    const readBand = (band: number, keys: Int32Array) => {
      for (let i = 0; i < numbers.length; i++) keys[i] = this.bands.at(i * BANDS + band);
    };
    const countShared = (a: number, b: number) => this.countShared(numbers[a] as number, numbers[b] as number);
    const sketches = {
      claims: numbers,
      figures: pick(this.figures),
      counts: pick(this.counts),
      marks: pick(this.marks),
      readBand,
      countShared,
    };
    return findNearPairs(sketches, NEAR)
      .map(([a, b]): [number, number] => [numbers[a] as number, numbers[b] as number])
      .filter(([a, b]) => !this.haveSameWords(a, b));
  }

  /** Words of two claims that both have; each list is in order. */
  private countShared(a: number, b: number): number {
    const words = this.words.view();
    let i = a === 0 ? 0 : this.ends.at(a - 1);
    let k = b === 0 ? 0 : this.ends.at(b - 1);
    const [endA, endB] = [this.ends.at(a), this.ends.at(b)];
    let shared = 0;
    while (i < endA && k < endB) {
      const [x, y] = [words[i] as number, words[k] as number];
      if (x === y) shared++;
      if (x <= y) i++;
      if (y <= x) k++;
    }
    return shared;
  }
}
