// Code point → what it is to a word. Ranges that the next Unicode may fill are named by their blocks, so that every
// Node cuts alike.

/** What a character is to the words of a text. */
export const Class = {
  gap: 1,
  letter: 2,
  digit: 3,
  /** A vowel, tone or accent of the letter before it, or a sign that nobody sees. */
  mark: 4,
  /** A letter of a script that does not put spaces between words. */
  unspaced: 5,
  /** Always part of what is said: a currency, per cent, plus, greater than. */
  sign: 6,
  /** Part of a number between two digits: 1.5, 1:5. */
  inner: 7,
  minus: 8,
  /** A minus or a dash. */
  dash: 9,
  /** Part of a name behind a letter: C#. */
  hash: 10,
} as const;
export type Class = (typeof Class)[keyof typeof Class];

type Ranges = readonly (readonly [from: number, to: number])[];

/** Signs that are not seen and change no word: soft hyphens, joiners, directions, variants, the Arabic stretcher. */
export const UNSEEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: marks are meant, one by one.
  /[\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e0fff}]/u;

/**
 * Scripts without spaces between words, by their blocks: Thai, Lao, Burmese, Khmer, Tai Le, New Tai Lue, Buginese, Tai
 * Tham, Balinese, Han with its iteration marks and numerals, kana, Bopomofo, Yi, Vai, Rejang, Javanese, Cham, Tai Viet,
 * Ahom, Makasar, Kawi, Tangut, Khitan, Nushu. Tibetan is not among them: it divides its syllables.
 */
const UNSPACED: Ranges = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x1950, 0x19df],
  [0x1a00, 0x1aaf],
  [0x1b00, 0x1b7f],
  [0x3005, 0x3007],
  [0x3021, 0x3029],
  [0x3031, 0x3035],
  [0x303b, 0x303c],
  [0x3040, 0x312f],
  [0x31a0, 0x31bf],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa63f],
  [0xa930, 0xa95f],
  [0xa980, 0xaadf],
  [0xf900, 0xfaff],
  [0xff66, 0xff9f],
  [0x116d0, 0x116ff],
  [0x11700, 0x1174f],
  [0x11ee0, 0x11f5f],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x20000, 0x3ffff],
];

/** Lisu and Bamum stand between Yi and Vai, and put spaces between words. */
const SPACED_WITHIN: Ranges = [[0xa4d0, 0xa4ff]];

/** Currencies, parts of a whole, degrees, arrows and mathematics. */
const SIGNS: Ranges = [
  [0x24, 0x25],
  [0x2b, 0x2b],
  [0x3c, 0x3e],
  [0x7e, 0x7e],
  [0xa2, 0xa5],
  [0xb0, 0xb1],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x058f, 0x058f],
  [0x0609, 0x060b],
  [0x066a, 0x066a],
  [0x09f2, 0x09f3],
  [0x09fb, 0x09fb],
  [0x0af1, 0x0af1],
  [0x0bf9, 0x0bf9],
  [0x0e3f, 0x0e3f],
  [0x17db, 0x17db],
  [0x2030, 0x2031],
  [0x20a0, 0x20cf],
  [0x2190, 0x22ff],
];

/** Blocks of signs and punctuation: what is not yet given away there will be no letter. */
const NO_LETTERS: Ranges = [
  [0x2000, 0x2bff],
  [0x2e00, 0x2e7f],
  [0x2ff0, 0x303f],
  [0x3200, 0x33ff],
  [0xfdd0, 0xfdef],
  [0xfe10, 0xfe6f],
  [0xfff0, 0xffff],
  [0x1cc00, 0x1d3ff],
  [0x1f000, 0x1fbff],
];

const OTHERS: ReadonlyMap<number, Class> = new Map<number, Class>([
  [0x23, Class.hash],
  [0x2d, Class.minus],
  [0x2212, Class.minus],
  [0x2013, Class.dash],
  ...[0x2c, 0x2e, 0x2f, 0x3a, 0x066b, 0x066c, 0x2044, 0x2215, 0x2236].map((code) => [code, Class.inner] as const),
  [0x2219, Class.gap],
  [0x22c5, Class.gap],
]);

const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const MARK = /\p{M}/u;
/**
 * Not yet given away: a letter of a script to come, so that words are cut there as they will be by a Node that knows
 * it.
 */
const UNASSIGNED = /\p{Cn}/u;

/** The classes of the first plane, as they are asked for; 0 where nobody has asked. */
const known = new Uint8Array(0x10000);

export function classOf(code: number): Class {
  if (code > 0xffff) return classify(code);
  const found = known[code] as number;
  if (found !== 0) return found as Class;
  const made = classify(code);
  known[code] = made;
  return made;
}

function classify(code: number): Class {
  const other = OTHERS.get(code);
  if (other !== undefined) return other;
  if (isWithin(SIGNS, code)) return Class.sign;
  const character = String.fromCodePoint(code);
  if (UNSEEN.test(character) || MARK.test(character)) return Class.mark;
  const isLetter =
    LETTER.test(character) || (UNASSIGNED.test(character) && !isWithin(NO_LETTERS, code) && (code & 0xfffe) !== 0xfffe);
  const isUnspaced = isWithin(UNSPACED, code) && !isWithin(SPACED_WITHIN, code);
  // The Han zero and the numerals of Hangzhou stand in a row of letters like 一 and 二.
  if (DIGIT.test(character)) return isUnspaced && code >= 0x3005 && code <= 0x3029 ? Class.unspaced : Class.digit;
  if (!isLetter) return Class.gap;
  return isUnspaced ? Class.unspaced : Class.letter;
}

function isWithin(ranges: Ranges, code: number): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to);
}
