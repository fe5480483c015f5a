// Text → what is left of it when the ways of spelling it are set aside.
import { cutWords, foldText } from './words.ts';

/** Letters that Unicode does not decompose but readers type without their stroke or ligature. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
};

const BEYOND_ASCII = /[^\0-\x7f]/;

/**
 * Accents of Latin, Greek and Cyrillic letters, and the points of Hebrew, Arabic and Syriac ones, which are written or
 * left out. Marks of other scripts are vowels, tones and voiced sounds: another mark is another word.
 */
const ACCENT =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: marks are meant, one by one.
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0730-\u074a\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

/** A text without case, accents and compatibility forms, as somebody types it who looks for it. */
export function foldAccents(text: string): string {
  const folded = foldText(text);
  if (!BEYOND_ASCII.test(folded)) return folded;
  return folded
    .normalize('NFD')
    .replace(ACCENT, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþħıŧ]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
}

/** The words of a name in one piece: equal for names that differ in case, accents, spaces and punctuation only. */
export function foldSpelling(text: string): string {
  return cutWords(foldAccents(text))
    .map((word) => word.text)
    .join('');
}
