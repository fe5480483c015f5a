// Text → its words, folded, in order: the one definition of words, for claims, names, copies, the search and foreign
// data.
import { Class, classOf, UNSEEN } from './characterClass.ts';

/**
 * `letter`: one of a script without spaces between words, with its marks. `sign`: what is no word and yet carries what
 * is said, as in −2, $5, 5 %, C++, 1.5.
 */
export type WordKind = 'word' | 'number' | 'letter' | 'sign';

/** A word of a text; its place is in UTF-16 units of the text that was cut. */
export interface Word {
  text: string;
  kind: WordKind;
  start: number;
  end: number;
}

const BEYOND_ASCII = /[^\0-\x7f]/;
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu');
/** Where a digit ends and a fraction or a power begins: 2½ is not 21/2, 10⁶ not 106. */
const RAISED = /(?<=\p{Nd})(?=[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2150-\u215f\u2189])/gu;

/**
 * The words of a text, folded: NFKC, lower case, runs of letters, digits and their marks. Scripts that put no spaces
 * between words have a word for each letter. A sign that carries what is said is a word of its own.
 */
export function listWords(text: string): string[] {
  return cutWords(foldText(text)).map((word) => word.text);
}

/** NFKC in lower case, without signs that nobody sees. What it does to a sign does not reach over a space. */
export function foldText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  // Compatibility forms may hold such signs, and such signs keep letters and marks apart.
  const seen = dropUnseen(dropUnseen(text).replace(RAISED, ' ').normalize('NFKC'));
  const folded = seen.toLowerCase();
  // İ has a dot for each of its forms.
  return folded.includes('i\u0307') ? folded.replaceAll('i\u0307', 'i') : folded;
}

function dropUnseen(text: string): string {
  return UNSEEN.test(text) ? text.replace(ALL_UNSEEN, '') : text;
}

/** The words of a text as it stands. */
export function cutWords(text: string): Word[] {
  const words: Word[] = [];
  forEachWord(text, (start, end, kind) => {
    words.push({ text: kind === 'sign' ? signAt(text, start, end) : text.slice(start, end), kind, start, end });
  });
  return words;
}

/** Calls back for each word of a text as it stands; in one pass, however long a word is. */
export function forEachWord(text: string, visit: (start: number, end: number, kind: WordKind) => void): void {
  const { length } = text;
  for (let i = 0; i < length; ) {
    const start = i;
    const first = classAt(text, i);
    i += widthAt(text, i);
    if (first === Class.letter || first === Class.digit) {
      let isNumber = first === Class.digit;
      for (; i < length; i += widthAt(text, i)) {
        const next = classAt(text, i);
        if (next === Class.letter) isNumber = false;
        else if (next !== Class.digit && next !== Class.mark) break;
      }
      visit(start, i, isNumber ? 'number' : 'word');
    } else if (first === Class.unspaced) {
      while (i < length && classAt(text, i) === Class.mark) i += widthAt(text, i);
      visit(start, i, 'letter');
    } else if (first >= Class.sign && isSaid(text, start, first)) visit(start, i, 'sign');
  }
}

/** Whether a sign is part of what is said where it stands. Only its neighbours decide. */
export function isSaid(text: string, at: number, kind: Class): boolean {
  if (kind === Class.sign) return true;
  const before = at === 0 ? Class.gap : classBefore(text, at);
  const behind = at + 1 < text.length ? classAt(text, at + 1) : Class.gap;
  if (kind === Class.inner) return before === Class.digit && behind === Class.digit;
  const isFree = behind === Class.gap || behind === Class.inner;
  if (kind === Class.hash) return before === Class.letter && isFree;
  const isBehindWord = before === Class.letter || before === Class.digit || before === Class.mark;
  if (isBehindWord) return kind === Class.minus && isFree;
  return before < Class.minus && (behind === Class.digit || behind === Class.sign);
}

/** A sign as it is compared: there is one minus, whatever is typed for it. */
export function signAt(text: string, start: number, end: number): string {
  return classAt(text, start) === Class.dash || text[start] === '−' ? '-' : text.slice(start, end);
}

function classAt(text: string, at: number): Class {
  const unit = text.charCodeAt(at);
  return classOf(unit >= 0xd800 && unit <= 0xdbff ? (text.codePointAt(at) as number) : unit);
}

function classBefore(text: string, at: number): Class {
  const unit = text.charCodeAt(at - 1);
  const isHalf = unit >= 0xdc00 && unit <= 0xdfff && at >= 2 && widthAt(text, at - 2) === 2;
  return isHalf ? classAt(text, at - 2) : classOf(unit);
}

function widthAt(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** What tells whether two texts say nearly the same. */
export interface Wording {
  /** The distinct words; of letters without spaces each two that follow one another, since one alone says little. */
  words: Set<string>;
  /** Numbers and signs, in code unit order: with another one it is another claim. */
  numbers: string[];
}

export function takeWording(text: string): Wording {
  const words = new Set<string>();
  const numbers: string[] = [];
  const all = cutWords(foldText(text)).filter(({ kind, text: word }) => {
    if (kind === 'number' || kind === 'sign') numbers.push(word);
    return kind !== 'sign';
  });
  all.forEach(({ kind, text: word }, i) => {
    if (kind === 'word') words.add(word);
    if (kind !== 'letter') return;
    const next = all[i + 1];
    if (next?.kind === 'letter') words.add(word + next.text);
    else if (all[i - 1]?.kind !== 'letter') words.add(word);
  });
  return { words, numbers: numbers.sort() };
}

/** Texts of fewer words are alike by chance. */
export const FEWEST_WORDS = 6;

/** Share of words that texts which say nearly the same have in common at least (Jaccard). */
export const NEAR = 0.8;

/**
 * Whether two texts say nearly the same: the same numbers, {@link FEWEST_WORDS} words at least, of which they share
 * {@link NEAR}.
 */
export function areNear(a: Wording, b: Wording): boolean {
  if (Math.min(a.words.size, b.words.size) < FEWEST_WORDS) return false;
  if (a.numbers.length !== b.numbers.length || a.numbers.some((number, i) => number !== b.numbers[i])) return false;
  const [fewer, more] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words];
  if (fewer.size < NEAR * more.size) return false;
  let shared = 0;
  for (const word of fewer) if (more.has(word)) shared++;
  return shared / (fewer.size + more.size - shared) >= NEAR;
}
