// Text → the words that a search compares, folded so that case and diacritics do not matter.

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

/** A day or a month is one word, since its numbers mean nothing apart. */
const WORD = /\d{4}-\d{2}(?:-\d{2})?(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Whether a text has signs of a script that is written without spaces between words. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** Folds one word: compatibility forms, case, combining marks and the plain English plural drop out. */
export function foldWord(word: string): string {
  const folded = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþħıŧ]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
  return /^[a-z]{3,}[a-hj-rtv-z]s$/.test(folded)
    ? folded.replace(/(?<=[a-z]{2})ies$|s$/, (end) => (end === 's' ? '' : 'y'))
    : folded;
}

/**
 * The words of a text, as written. Scripts without spaces between words give overlapping pairs of characters, so
 * that a word inside a sentence is found.
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const [run] of text.normalize('NFC').matchAll(WORD)) {
    if (!isUnspaced(run)) {
      words.push(run);
      continue;
    }
    const characters = [...run];
    if (characters.length === 1) words.push(run);
    for (let at = 0; at + 1 < characters.length; at += 1) words.push(`${characters[at]}${characters[at + 1]}`);
  }
  return words;
}
