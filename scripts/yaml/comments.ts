// YAML text → where a comment may have cut a value short that somebody meant to write whole.
import { Lexer } from 'yaml';

/**
 * A plain value with a comment behind it on its line. `text` is what is left of the value, '' where nothing is; offsets
 * (UTF-16) are those of the comment.
 */
export interface CutValue {
  text: string;
  comment: string;
  start: number;
  end: number;
  /** Where the value begins; where the comment does if nothing is left. */
  valueStart: number;
}

// Lines in which no `#` cuts anything that was meant: a comment alone, one behind a key with one word, and a key with
// one quoted text.
const WORD = '[^\\s"\'[\\]{}|>&*!#,][^\\s]*';
const QUOTED = "\"(?:[^\"\\\\]|\\\\.)*(?:\"[ \\t]*(?:#.*)?)?|'(?:[^']|'')*(?:'[ \\t]*(?:#.*)?)?";
const HARMLESS = new RegExp(`^[ \\t]*(?:#.*|(?:- +)*[\\w-]+:[ \\t]+(?:(?:${WORD}[ \\t]+)?#[ \\t].*|${QUOTED}))$`);
const MARK = /[ \t]#/g;

/** Whether a comment may cut a value short: a cheap look, since labels hold few. */
export function mayHoldComments(yaml: string): boolean {
  MARK.lastIndex = 0;
  while (MARK.test(yaml)) {
    const found = MARK.lastIndex;
    const end = yaml.indexOf('\n', found);
    const line = yaml.slice(yaml.lastIndexOf('\n', found - 1) + 1, end < 0 ? undefined : end);
    if (!HARMLESS.test(line)) return true;
    if (end < 0) return false;
    MARK.lastIndex = end;
  }
  return false;
}

/** Control characters by which the lexer announces what follows; they have no width in the text. */
const SCALAR = '\x1f';
const MARKS = new Set(['\x02', '\x18', SCALAR]);

/**
 * Plain values, and values of which nothing is left, with a comment behind them that may have been meant as text: a `#`
 * with no space behind it is a hashtag or a number, and behind several words even a well-formed comment may be meant.
 * Comments behind quoted text, blocks and collections cut nothing.
 */
export function* listCutValues(yaml: string): Iterable<CutValue> {
  let offset = 0;
  let announced = false;
  let block = false;
  let left: { text: string; start: number } | null = null;
  for (const token of new Lexer().lex(yaml)) {
    if (MARKS.has(token)) {
      announced = token === SCALAR;
      continue;
    }
    // At the head of a line a comment has nothing in front of it to cut.
    if (
      !announced &&
      token.startsWith('#') &&
      left &&
      /[ \t]/.test(yaml[offset - 1] ?? '') &&
      looksMeant(left.text, token)
    )
      yield { text: left.text, comment: token, start: offset, end: offset + token.length, valueStart: left.start };
    // What comes behind the text of a block stands on a line of its own.
    if (announced) left = block ? null : { text: token, start: offset };
    else if (token === ':' || token === '-') left = { text: '', start: offset + token.length };
    else if (!/^[ \t]+$/.test(token)) left = null;
    if (announced) block = false;
    else if (/^[|>]/.test(token)) block = true;
    announced = false;
    offset += token.length;
  }
}

function looksMeant(text: string, comment: string): boolean {
  return /^#[^\s#]/u.test(comment) || /\s/u.test(text);
}
