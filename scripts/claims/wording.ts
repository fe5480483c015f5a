// Text → its words, folded, as digests and hashes: what stays of it when order and spelling of signs are set aside.

const WORD = /[\p{L}\p{N}]+/gu;
const FIGURE = /^\p{N}+$/u;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** Words of a text: maximal runs of letters and digits, NFKC, in lower case. */
export function listWords(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

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

/** What an ASCII unit is to a word: 0 outside of words, else what it is in lower case; digits are marked, since a word of digits alone is a figure. */
const DIGIT = 0x80;
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[0-9]/.test(char)) return code | DIGIT;
  return /[A-Za-z]/.test(char) ? char.toLowerCase().charCodeAt(0) : 0;
});

/**
 * Reads texts into fields of its own, one after another, so that nothing is made for each word. Two texts have the same words in the same order where `low`
 * and `high` are the same: 64 bits a word and 64 in all, of which a change of any one word changes some.
 */
export class WordReader {
  low = 0;
  high = 0;
  /** A digest of the numbers, in any order: another number is another claim. */
  figures = 0;
  /** Of the other words: 30-bit hashes ({@link hashText}), distinct and ascending, in the first {@link count} places. */
  hashes = new Int32Array(256);
  count = 0;

  read(text: string): void {
    this.low = 0;
    this.high = 0;
    this.figures = 0;
    this.count = 0;
    if (!BEYOND_ASCII.test(text)) this.addAscii(text);
    else {
      // What folding does to signs does not reach over a space.
      for (const part of text.split(' ')) {
        if (BEYOND_ASCII.test(part)) for (const word of listWords(part)) this.addFolded(word);
        else this.addAscii(part);
      }
    }
    this.sort();
  }

  private addAscii(text: string): void {
    const { length } = text;
    for (let i = 0; i < length; i++) {
      let unit = ASCII[text.charCodeAt(i)] as number;
      if (unit === 0) continue;
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
      } while (unit !== 0);
      this.addWord(first, second, digits !== 0);
    }
  }

  private addFolded(word: string): void {
    let first = FNV_START;
    let second = 0;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      first = Math.imul(first ^ unit, FNV_PRIME);
      second = Math.imul(((second << 5) | (second >>> 27)) ^ unit, 0x27220a95);
    }
    this.addWord(first, second, FIGURE.test(word));
  }

  private addWord(first: number, second: number, isFigure: boolean): void {
    // For any two words each step can be undone, so that texts which differ in one word only do not meet again.
    const low = Math.imul(rotate(this.low ^ first, 13), 0x85ebca6b) + this.high;
    this.high = (Math.imul(rotate(this.high ^ second, 17), 0xc2b2ae35) + low) | 0;
    this.low = low | 0;
    const hash = fold(first);
    if (isFigure) this.figures = (this.figures + Math.imul(hash, 0x9e3779b1)) | 0;
    else {
      if (this.count === this.hashes.length) {
        const grown = new Int32Array(2 * this.count);
        grown.set(this.hashes);
        this.hashes = grown;
      }
      this.hashes[this.count++] = hash;
    }
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
