// A complaint of the parser and its text → what somebody did, in plain words, at the place where it was done.
import { closeOf, type Line, lineAt, linesAbove, nextLine, opensQuote } from './writtenLine.ts';

/** What was done; offsets are UTF-16 units in the text, end exclusive. */
export interface Mistake {
  message: string;
  start: number;
  end: number;
}

export const TOO_DEEP = 'The nesting is too deep to be read.';
const DASH = 'A `- ` is missing here: with it an entry of a list begins.';
const NOT_CLOSED = 'A quotation mark is opened and not closed.';
const UNKNOWN = 'This cannot be read: look at its indentation, its brackets and its quotation marks.';

/** What explains a complaint; null where the text shows another cause. */
type Explain = (text: string, start: number) => Mistake | string | null;

const EXPLANATIONS: readonly [RegExp, ...(Explain | string)[]][] = [
  [/call stack/, TOO_DEEP],
  [/^Flow /, findBracket, 'The bracket that is opened here is not closed.'],
  [/^Missing closing/, findQuote, NOT_CLOSED],
  [/^Block collections/, 'A comma is missing between two values in brackets.'],
  [/same column|^Sequence item without/, findDash, findIndent, 'A line is indented differently from those around it.'],
  [
    /^Nested mappings/,
    findDeeperLine,
    'A colon and a space inside a text begin another key: put the whole text into quotation marks.',
  ],
  [/^Plain value cannot start/, 'A text cannot begin with this sign: put the whole text into quotation marks.'],
  [/^Unexpected block-seq-ind/, 'A text cannot begin with `- `: put the whole text into quotation marks.'],
  [/^Not a YAML token/, 'Text stands after `|` or `>` on the same line: put the whole text into quotation marks.'],
  [/^Invalid escape/, "A backslash in double quotation marks begins an escape: write `\\\\`, or take single ones (')."],
  [/^A block sequence may not/, findFirstEntry, UNKNOWN],
  [
    /^Implicit keys need/,
    findColon,
    findQuote,
    'A colon is missing on this line, or it is indented differently from the line above.',
  ],
  [
    /^Unexpected scalar at node end/,
    findQuoteBefore,
    findDash,
    'Something stands after the end of the value: put the whole text into quotation marks.',
  ],
  [/^Unresolved tag/, 'Tags are not allowed.'],
];

/** Explains a complaint about `start` to `end`; of several causes the first that the text shows. */
export function explainComplaint(text: string, message: string, start: number, end: number): Mistake {
  const [, ...explanations] = EXPLANATIONS.find(([pattern]) => pattern.test(message)) ?? [null, UNKNOWN];
  for (const explain of explanations) {
    const said = typeof explain === 'string' ? explain : explain(text, start);
    if (said !== null)
      return typeof said === 'string' ? { message: said, start, end: endOfMark(text, start, end) } : said;
  }
  return { message: UNKNOWN, start, end: endOfMark(text, start, end) };
}

/** The parser marks one sign or several lines; the rest of the line shows better what it stumbled over. */
function endOfMark(text: string, start: number, end: number): number {
  const stop = text.indexOf('\n', start);
  const line = text.slice(start, Math.min(stop < 0 ? text.length : stop, start + 200));
  const rest = Math.max(start + line.trimEnd().length, start + 1);
  return end > start + 1 ? Math.min(end, rest) : rest;
}

/** The bracket that is not closed before an offset. The parser marks where it gave up, which is often lines below. */
function findBracket(text: string, before: number): Mistake | null {
  let open = 0;
  for (let i = before - 1; i >= 0 && before - i < 10_000; i--) {
    const char = text.charCodeAt(i);
    if (char === 0x5d || char === 0x7d) open++;
    else if (char === 0x5b || char === 0x7b) {
      if (open === 0)
        return { message: 'The bracket that is opened here is not closed.', start: i, end: endOfMark(text, i, i) };
      open--;
    }
  }
  return null;
}

/** The mark that opens a text in front of an offset and is not closed on its line, with what became of it. */
function findQuote(text: string, before: number): Mistake | null {
  for (const line of linesAbove(text, before)) {
    const start = opensQuote(line);
    if (start === null) continue;
    const close = closeOf(text, start, text.length);
    const inside = text.slice(start, close ?? start);
    const message =
      close === null || /^[ \t]*(?:- )*[\w-]+:(?:[ \t]|$)|^---/m.test(inside.slice(inside.indexOf('\n') + 1))
        ? NOT_CLOSED
        : 'The lines that follow in this quoted text are indented too little: indent them further than its key.';
    return { message, start, end: endOfMark(text, start, start) };
  }
  return null;
}

/** What stands behind a quoted text: it was closed too early, or by the first mark of another text, lines below. */
function findQuoteBefore(text: string, start: number): Mistake | null {
  let last = start - 1;
  while (last > 0 && /\s/.test(text.charAt(last))) last--;
  const mark = text[last];
  if (mark !== '"' && mark !== "'") return null;
  const line = lineAt(text, last);
  const open = opensQuote(line) === null ? findQuote(text, line.start) : null;
  if (open && text[open.start] === mark && closeOf(text, open.start, text.length) === last + 1)
    return { ...open, message: NOT_CLOSED };
  const message =
    mark === '"'
      ? 'The quotation mark before this ends the text: write `\\"` for one inside it, or put the whole text into single ones (\').'
      : "The quotation mark before this ends the text: write `''` for an apostrophe inside it, or put the whole text into double quotation marks.";
  return { message, start, end: endOfMark(text, start, start) };
}

/** A key in the column of the dashes above it. */
function findDash(text: string, start: number): Mistake | null {
  const line = lineAt(text, start);
  if (line.key === null || line.isEntry) return null;
  for (const above of linesAbove(text, line.start)) {
    if (above.key === null || above.indent > line.indent) continue;
    return above.isEntry && above.indent === line.indent ? { message: DASH, ...placeOf(line) } : null;
  }
  return null;
}

/** A key a little to the left or right of its neighbours. */
function findIndent(text: string, start: number): Mistake | null {
  const line = lineAt(text, start);
  if (line.key === null) return null;
  for (const above of linesAbove(text, line.start)) {
    if (above.key === null) continue;
    return { message: describeIndent(line.indent, above.column), ...placeOf(line) };
  }
  return null;
}

function describeIndent(indent: number, usual: number): string {
  const spaces = `${indent} ${indent === 1 ? 'space' : 'spaces'}`;
  return `This line is indented by ${spaces}, the one above it by ${usual}: lines of one entry begin in one column.`;
}

/** A key below a complete value, and further in than that value's key: the parser takes it for more of the value. */
function findDeeperLine(text: string, start: number): Mistake | null {
  const line = lineAt(text, start);
  const below = nextLine(text, line);
  const isAlone = line.key !== null && !/:\s/.test(line.value);
  if (!isAlone || !below || below.key === null || below.isEntry || below.indent <= line.column) return null;
  return { message: describeIndent(below.indent, line.column), ...placeOf(below) };
}

/** The first entry of a list, where the second has its dash. */
function findFirstEntry(text: string, start: number): Mistake | null {
  const line = lineAt(text, start);
  let first: Line | null = null;
  for (const above of linesAbove(text, line.start)) {
    if (above.key === null) continue;
    if (above.indent < line.indent) break;
    first = above;
  }
  return first && !first.isEntry ? { message: DASH, ...placeOf(first) } : null;
}

/** `key:value`. */
function findColon(text: string, start: number): string | null {
  return /^[ \t]*(?:- )?[\w-]+:[^\s/]/.test(lineAt(text, start).text) ? 'A space is missing after the colon.' : null;
}

function placeOf({ start, text }: Line): Pick<Mistake, 'start' | 'end'> {
  const indent = text.length - text.trimStart().length;
  return { start: start + indent, end: start + Math.max(text.trimEnd().length, indent + 1) };
}
