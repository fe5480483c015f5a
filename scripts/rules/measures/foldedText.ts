// A text → the same text as a reader sees it, and the way back from there.
import { INVISIBLE } from '../../values/invisible.ts';

/** A text with some signs folded; `at[i]` is the UTF-16 offset in the original of the i-th unit, and of the end. */
export interface FoldedText {
  text: string;
  at: readonly number[];
}

const UNSEEN = new RegExp(`${INVISIBLE.source}|(?<=[^\\n])[ \\t]*\\n[ \\t]*(?!\\n)`, 'gu');
// A space before a sign of percent or degree is a matter of style.
const LOOSE = /\s+(?=[%°])|\s+|['‘’‚‛‹›`´"“”„‟«»‐-―−…A-Z]|[^\0-\x7F]/gu;

/**
 * What nobody can see or type is nothing, and one line end, with the spaces around it, is a space: a quotation may be
 * any words of an article.
 */
export function foldUnseen(text: string): FoldedText {
  return fold(text, UNSEEN, (unseen) => (unseen.includes('\n') ? ' ' : ''));
}

/** The same, and marks of quotation, dashes, spaces and capitals of whatever kind are one. */
export function foldLoosely(text: string): FoldedText {
  const { text: seen, at } = foldUnseen(text);
  const loose = fold(seen, LOOSE, (sign, next) => (/\s/.test(sign) ? (/[%°]/.test(next) ? '' : ' ') : foldSign(sign)));
  return { text: loose.text, at: loose.at.map((place) => at[place] as number) };
}

function foldSign(sign: string): string {
  if (/['‘’‚‛‹›`´]/.test(sign)) return "'";
  if (/["“”„‟«»]/.test(sign)) return '"';
  if (/[‐-―−]/.test(sign)) return '-';
  if (sign === '…') return '...';
  return sign.normalize('NFKC').toLowerCase();
}

/** Puts something else for each match; `next` is the sign behind it. */
function fold(text: string, pattern: RegExp, change: (match: string, next: string) => string): FoldedText {
  const at: number[] = [];
  let folded = '';
  let from = 0;
  const keep = (to: number) => {
    for (; from < to; from++) at.push(from);
  };
  for (const { 0: match, index } of text.matchAll(pattern)) {
    folded += text.slice(from, index);
    keep(index);
    from += match.length;
    const changed = change(match, text[from] ?? '');
    for (let i = 0; i < changed.length; i++) at.push(index);
    folded += changed;
  }
  folded += text.slice(from);
  keep(text.length);
  at.push(text.length);
  return { text: folded, at };
}

/** Ranges (UTF-16) of the original in which words stand that fold to `words`. */
export function findFolded({ text, at }: FoldedText, words: string): [number, number][] {
  const places: [number, number][] = [];
  if (words === '') return places;
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const last = from + words.length - 1;
    // A unit that folds to nothing belongs to no place: the range ends with the last that does.
    const end = at.slice(last + 1).find((place) => place > (at[last] as number)) ?? (at.at(-1) as number);
    places.push([at[from] as number, end]);
  }
  return places;
}
