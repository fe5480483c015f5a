// A quotation, its article and the vocabularies → who may have made the claim, when, and what kind it may be.
import type { ArticleText } from '../article/subject.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type ArticlePlace, decided } from './labels.ts';
import type { Anchor } from './quotation.ts';

/** What a person is asked to decide; null where nothing suggests itself. */
export interface Suggestion {
  claimant: string | null;
  claim_date: string | null;
  type: string | null;
}

/** Guesses, for a person to decide: nothing of it is written for them. */
export function suggestFor(
  { article }: ArticlePlace,
  text: ArticleText,
  anchor: Anchor | null,
  vocabulary: Vocabulary,
): Suggestion {
  const claim_date = decided(article['published']);
  if (anchor === null || (text.kind !== 'body' && text.kind !== 'capture'))
    return { claimant: null, claim_date, type: null };
  const from = text.points.unitOf(anchor.start);
  const to = text.points.unitOf(anchor.end);
  const start = text.text.lastIndexOf('\n\n', from) + 1;
  const end = text.text.indexOf('\n\n', to);
  const paragraph = text.text.slice(start, end < 0 ? text.text.length : end);
  const quote = text.text.slice(from, to);
  const around = text.text.slice(Math.max(0, from - 1), to + 1);
  return {
    claimant: findNamed(paragraph, to - start, vocabulary) ?? 'article',
    claim_date,
    type: /\p{Nd}/u.test(quote) ? 'numerical' : /["“”„«»「」『』]/u.test(around) ? 'statement' : 'event',
  };
}

/** The entity that is named last before a place, else first behind it. */
function findNamed(paragraph: string, place: number, { entities }: Vocabulary): string | null {
  let before: { id: string; at: number } | null = null;
  let behind: { id: string; at: number } | null = null;
  for (const { id, name, aliases = [] } of entities.values()) {
    for (const spelling of [name, ...aliases]) {
      for (let at = paragraph.indexOf(spelling); at >= 0 && spelling !== ''; at = paragraph.indexOf(spelling, at + 1)) {
        if (!isWord(paragraph, at, at + spelling.length)) continue;
        if (at < place && (before === null || at > before.at)) before = { id, at };
        if (at >= place && (behind === null || at < behind.at)) behind = { id, at };
      }
    }
  }
  return (before ?? behind)?.id ?? null;
}

/** Whether a range is no part of a longer word, in scripts that set words apart. */
function isWord(text: string, start: number, end: number): boolean {
  const letter = /[\p{L}\p{M}\p{N}]/u;
  const close = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
  const joins = (inside: string, outside: string) =>
    letter.test(outside) && letter.test(inside) && !close.test(inside) && !close.test(outside);
  return !joins(text[start] ?? '', text[start - 1] ?? '') && !joins(text[end - 1] ?? '', text[end] ?? '');
}
