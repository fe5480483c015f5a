// Text of a source → text on one line, as labels have it.
import type { Tally } from './tally.ts';

// What ends a line for anybody, or jumps along it: a label's text has none of these.
const BREAK = /\s*[\t\n\v\f\r\u0085\u2028\u2029][\s\u0085]*/g;

/** The text with each line break or tab as one space, and none at its ends; the same for what is folded already. */
export function foldLines(text: string): string {
  return text.replace(BREAK, ' ').trim();
}

/** Folds a text and counts what that did; null where nothing is left. */
export function toLine(text: string, field: string, tally: Tally): string | null {
  const line = foldLines(text);
  if (line === '') return null;
  if (line !== text) {
    const trimmed = text.trim();
    if (trimmed !== text) tally.add(field, 'outer space dropped');
    if (trimmed !== line) tally.add(field, 'line breaks and tabs folded');
  }
  return line;
}
