// Text → its words as digests and hashes, so that nothing is made for each word of hundreds of thousands of claims.
import { Class, classOf } from '../values/characterClass.ts';
import { foldText, forEachWord, isSaid, signAt, type WordKind } from '../values/words.ts';

const BEYOND_ASCII = /[^\0-\x7f]/;

/** FNV-1a over UTF-16 units, folded to 30 bits. */
export function hashText(text: string): number {
  let hash = FNV_START;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return fold(hash);
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function fold(hash: number): number {
  return (hash >>> 2) ^ (hash & 3);
}

/**
 * What an ASCII unit is to a word: 0 outside of words, else what it is in lower case; digits are marked, since a word
 * of digits alone is a figure. Of what may be a sign its class, with a mark of its own.
 */
const DIGIT = 0x80;
const SIGN = 0x100;
const ASCII = Uint16Array.from({ length: 128 }, (_, code) => {
  const is = classOf(code);
  if (is === Class.gap) return 0;
  if (is === Class.digit) return code | DIGIT;
  return is === Class.letter ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : SIGN | is;
});

/**
 * Reads texts into fields of its own, one after another, so that nothing is made for each word. Two texts have the same
 * words in the same order where `low` and `high` are the same: 64 bits a word and 64 in all, of which a change of any
 * one word changes some.
 */
export class WordReader {
  low = 0;
  high = 0;
  /** A digest of the numbers and signs, in any order: another number is another claim. */
  figures = 0;
  /**
   * Of the words that takeWording takes: 30-bit hashes ({@link hashText}), distinct and ascending, in the first
   * {@link count} places.
   */
  hashes = new Int32Array(256);
  count = 0;
  /**
   * Of the letter without spaces before, where one word is: its hash as it is begun, and whether it is part of a pair.
   */
  private letter = 0;
  private letters: 'none' | 'one' | 'pair' = 'none';

  read(text: string): void {
    this.low = 0;
    this.high = 0;
    this.figures = 0;
    this.count = 0;
    this.letters = 'none';
    if (!BEYOND_ASCII.test(text)) this.addAscii(text);
    else {
      // What folding does to signs does not reach over a space.
      for (const part of text.split(' ')) {
        if (BEYOND_ASCII.test(part)) this.addFolded(foldText(part));
        else this.addAscii(part);
      }
    }
    this.endLetters();
    this.sort();
  }

  private addAscii(text: string): void {
    const { length } = text;
    for (let i = 0; i < length; i++) {
      let unit = ASCII[text.charCodeAt(i)] as number;
      if (unit === 0) continue;
      if (unit >= SIGN) {
        if (isSaid(text, i, (unit & ~SIGN) as Class)) this.addPart(text, i, i + 1, 'sign');
        continue;
      }
      let first = FNV_START;
      let second = 0;
      let digits = DIGIT;
      do {
        digits &= unit;
        unit &= 0x7f;
        first = Math.imul(first ^ unit, FNV_PRIME);
        second = Math.imul(((second << 5) | (second >>> 27)) ^ unit, 0x27220a95);
        i++;
        unit = i < length ? (ASCII[text.charCodeAt(i)] as number) : 0;
      } while (unit !== 0 && unit < SIGN);
      // What ended the word may be a sign.
      i--;
      this.endLetters();
      this.addOrder(first, second);
      if (digits === 0) this.addHash(fold(first));
      else this.addFigure(fold(first));
    }
  }

  private addFolded(text: string): void {
    forEachWord(text, (start, end, kind) => {
      this.addPart(text, start, end, kind);
    });
  }

  private addPart(whole: string, from: number, to: number, kind: WordKind): void {
    const isSign = kind === 'sign';
    const text = isSign ? signAt(whole, from, to) : whole;
    const [start, end] = isSign ? [0, text.length] : [from, to];
    let first = FNV_START;
    let second = 0;
    let pair = this.letter;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      first = Math.imul(first ^ unit, FNV_PRIME);
      second = Math.imul(((second << 5) | (second >>> 27)) ^ unit, 0x27220a95);
      pair = Math.imul(pair ^ unit, FNV_PRIME);
    }
    this.addOrder(first, second);
    if (kind === 'letter') {
      if (this.letters !== 'none') this.addHash(fold(pair));
      this.letters = this.letters === 'none' ? 'one' : 'pair';
      this.letter = first;
      return;
    }
    // A sign between two letters does not part them: only what is a word does.
    if (isSign) {
      this.addFigure(fold(first));
      return;
    }
    this.endLetters();
    if (kind === 'number') this.addFigure(fold(first));
    else this.addHash(fold(first));
  }

  /** A letter that stands alone is a word. */
  private endLetters(): void {
    if (this.letters === 'one') this.addHash(fold(this.letter));
    this.letters = 'none';
  }

  private addOrder(first: number, second: number): void {
    // For any two words each step can be undone, so that texts which differ in one word only do not meet again.
    const low = Math.imul(rotate(this.low ^ first, 13), 0x85ebca6b) + this.high;
    this.high = (Math.imul(rotate(this.high ^ second, 17), 0xc2b2ae35) + low) | 0;
    this.low = low | 0;
  }

  private addFigure(hash: number): void {
    this.figures = (this.figures + Math.imul(hash, 0x9e3779b1)) | 0;
  }

  private addHash(hash: number): void {
    if (this.count === this.hashes.length) {
      const grown = new Int32Array(2 * this.count);
      grown.set(this.hashes);
      this.hashes = grown;
    }
    this.hashes[this.count++] = hash;
  }

  /** Puts the hashes in order and leaves each once. */
  private sort(): void {
    const { hashes, count } = this;
    if (count > 64) hashes.subarray(0, count).sort();
    else insertInOrder(hashes, count);
    let kept = 0;
    for (let i = 0; i < count; i++) if (i === 0 || hashes[i] !== hashes[i - 1]) hashes[kept++] = hashes[i] as number;
    this.count = kept;
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** Sorts a few numbers where they stand. */
function insertInOrder(numbers: Int32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const value = numbers[i] as number;
    let at = i - 1;
    for (; at >= 0 && (numbers[at] as number) > value; at--) numbers[at + 1] = numbers[at] as number;
    numbers[at + 1] = value;
  }
}
