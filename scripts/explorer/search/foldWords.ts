// Text → the words that a search compares, folded so that case and accents do not matter.
import { foldAccents } from '../../values/spelling.ts';
import { cutWords, forEachWord, type Word } from '../../values/words.ts';
import { foldArabic } from './foldArabic.ts';

/** A day or a month is one word, since its numbers mean nothing apart. */
const DATE = /(?<![\p{L}\p{N}])\d{4}-\d{2}(?:-\d{2})?(?![\p{L}\p{N}])/gu;

/** Folds one word: compatibility forms, case, accents, the plain English plural and the Arabic article drop out. */
export function foldWord(word: string): string {
  const folded = foldArabic(foldAccents(word));
  if (!/^[a-z]{3,}[a-hj-rtv-z]s$/.test(folded)) return folded;
  return /[a-z]{2}ies$/.test(folded) ? `${folded.slice(0, -3)}y` : folded.slice(0, -1);
}

/** Whether a word is a letter of a script that is written without spaces between words, or a pair of them. */
export function isUnspaced(word: string): boolean {
  return cutWords(word)[0]?.kind === 'letter';
}

/**
 * The words of a text, as written. Scripts without spaces between words give overlapping pairs of letters, so that a
 * word inside a sentence is found; a letter alone is a word where nothing stands beside it. Signs are nothing that is
 * looked for.
 */
export function splitWords(text: string): string[] {
  return listTerms(text.normalize('NFC'), false).map((word) => word.text);
}

/** The words that a text is found by: the last letter of a row is one too, since no pair begins with it. */
export function listIndexed(text: string): string[] {
  const composed = text.normalize('NFC');
  return listPlain(composed) ?? listTerms(composed, true).map((word) => word.text);
}

const MAY_BE_DATE = /\d{4}-\d{2}/;

/** The words of a text without dates and without letters that stand for themselves, as most are; else null. */
function listPlain(text: string): string[] | null {
  if (MAY_BE_DATE.test(text)) return null;
  const words: string[] = [];
  let isPlain = true;
  forEachWord(text, (start, end, kind) => {
    if (kind === 'letter') isPlain = false;
    else if (kind !== 'sign') words.push(text.slice(start, end));
  });
  return isPlain ? words : null;
}

/** The same with their places in the text as it stands. */
export function listPlaces(text: string): Omit<Word, 'kind'>[] {
  return listTerms(text, true);
}

function listTerms(text: string, withLast: boolean): Omit<Word, 'kind'>[] {
  const terms: Omit<Word, 'kind'>[] = [];
  let from = 0;
  for (const { index, 0: date } of text.matchAll(DATE)) {
    terms.push(...listRun(text, from, index, withLast), { text: date, start: index, end: index + date.length });
    from = index + date.length;
  }
  return [...terms, ...listRun(text, from, text.length, withLast)];
}

function listRun(text: string, from: number, to: number, withLast: boolean): Omit<Word, 'kind'>[] {
  const words = cutWords(text.slice(from, to)).filter(({ kind }) => kind !== 'sign');
  return words.flatMap((word, i) => {
    const [start, end] = [from + word.start, from + word.end];
    if (word.kind !== 'letter') return [{ text: word.text, start, end }];
    const next = words[i + 1];
    if (isBeside(word, next)) return [{ text: word.text + next.text, start, end: from + next.end }];
    return withLast || !isBeside(words[i - 1], word) ? [{ text: word.text, start, end }] : [];
  });
}

/** Whether two letters stand side by side in a row of a script without spaces. */
function isBeside(word: Word | undefined, next: Word | undefined): next is Word {
  return word?.kind === 'letter' && next?.kind === 'letter' && word.end === next.start;
}
