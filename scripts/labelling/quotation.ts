// Words and an article → where they stand in its text.
import { textOf } from '../article/captures.ts';
import { decodeArticle } from '../article/decodeArticle.ts';
import type { ArticleText } from '../article/subject.ts';
import { excerpt } from '../findings/finding.ts';
import { UserError } from '../platform/userError.ts';
import { captureReader, type Project } from '../project/openProject.ts';
import { findFolded, foldLoosely, foldUnseen } from '../rules/measures/foldedText.ts';

/** Code points of norm-1, the end exclusive. */
export interface Anchor {
  start: number;
  end: number;
}

/** The article's own text, as its labels name it. */
export function readArticleText(file: string, text: string, { raw, captures }: Project): ArticleText {
  const { article, body } = decodeArticle(file, Buffer.from(text));
  const none: ArticleText = { kind: 'absent', required: false, looked: '' };
  const own = article === null ? none : textOf(article, body, captureReader(raw, captures));
  return own.kind === 'capture' && own.isAnother ? none : own;
}

/** Places of words in a text; what nobody sees, and where a line ends, makes no difference. */
export function findPlaces(text: ArticleText, words: string): Anchor[] {
  if (text.kind !== 'body' && text.kind !== 'capture') return [];
  const { points } = text;
  return findFolded(foldUnseen(text.text), foldUnseen(words).text).map(([from, to]) => ({
    start: points.pointOf(from),
    end: points.pointOf(to),
  }));
}

/**
 * Where a quotation stands; null where the text is not at hand. Throws a UserError where the words are not there, or
 * more than once and `place` does not say which is meant.
 * @param place the place that is meant, from 1
 */
export function findAnchor(text: ArticleText, words: string, place?: number): Anchor | null {
  if (text.kind !== 'body' && text.kind !== 'capture') return null;
  const places = findPlaces(text, words);
  if (places.length === 0)
    throw new UserError(`“${excerpt(words)}” does not stand in the article.${nearWords(text.text, words)}`);
  const chosen = places[(place ?? 1) - 1];
  if (places.length > 1 && place === undefined)
    throw new UserError(
      `“${excerpt(words)}” stands in the article ${places.length} times: quote more words, or say which with --place 1 to ${places.length}.`,
    );
  if (!chosen)
    throw new UserError(
      `“${excerpt(words)}” stands in the article ${places.length === 1 ? 'once' : `${places.length} times`}.`,
    );
  return chosen;
}

function nearWords(text: string, words: string): string {
  const near = findFolded(foldLoosely(text), foldLoosely(words.normalize('NFC')).text);
  const [range] = near;
  return range && near.length === 1 ? ` It has: ${excerpt(foldUnseen(text.slice(...range)).text.trim())}` : '';
}
