// Text of an article's file → its front matter and its body, as gray-matter splits them.
import matter from 'gray-matter';

/** The parts of a file and where they stand, in UTF-16 offsets of its text. */
export interface Parts {
  yaml: string;
  yamlStart: number;
  body: string;
  bodyStart: number;
}

/** Why a file has no front matter that can be read; `start` and `end` are offsets in its text. */
export interface SplitProblem {
  message: string;
  hint: string;
  start: number;
  end: number;
}

/**
 * Splits at the lines `---`. Only YAML is front matter: `---js` and its like, which other tools run as a program, are
 * refused before gray-matter is asked. A file that begins with U+FEFF is read, the mark is another rule's business.
 */
export function splitFrontMatter(text: string): Parts | SplitProblem {
  return splitPlain(text) ?? splitGuarded(text);
}

const MARK = '---';
const OPEN = `${MARK}\n`;
const CLOSE = `\n${MARK}`;

/**
 * The parts of a file whose marks are lines of three hyphens and a line feed; null for any other. What gray-matter
 * says, ten times as fast.
 */
export function splitPlain(text: string): Parts | null {
  if (!text.startsWith(OPEN)) return null;
  const yamlStart = OPEN.length;
  const yamlEnd = text.indexOf(CLOSE, yamlStart - 1) + 1;
  if (yamlEnd === 0 || !text.startsWith(OPEN, yamlEnd)) return null;
  return cut(text, yamlStart, yamlEnd, yamlEnd + OPEN.length);
}

function cut(text: string, yamlStart: number, yamlEnd: number, bodyStart: number): Parts {
  return { yaml: text.slice(yamlStart, yamlEnd), yamlStart, body: text.slice(bodyStart), bodyStart };
}

// gray-matter only splits: no engine reads anything. With options it keeps no cache.
const refuse = (): never => {
  throw new Error('Only YAML is front matter.');
};
const OPTIONS = {
  language: 'yaml',
  delimiters: MARK,
  engines: { yaml: () => ({}), json: refuse, javascript: refuse },
};
/** Its time grows with the square of blank lines that follow one another. */
const LONG_GAP = /(?:[\n\r\u2028\u2029][^\S\n\r\u2028\u2029]*){101}/;

/**
 * The same for any file: what gray-matter must not be given is refused first, and what it takes for the end is looked
 * at.
 */
export function splitGuarded(text: string): Parts | SplitProblem {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const yamlStart = endOfMark(text, start);
  if (yamlStart < 0) return describeOpening(text, start);
  const unclosed = {
    message: 'The front matter is not closed.',
    hint: 'put a line that holds only `---` after the labels',
    start,
    end: start + MARK.length,
  };
  const close = text.indexOf(CLOSE, yamlStart - 1);
  if (close < 0) return unclosed;
  const gap = LONG_GAP.exec(text.slice(yamlStart, close));
  if (gap) {
    const at = yamlStart + gap.index;
    return {
      message: 'More than 100 blank lines follow one another.',
      hint: 'take the blank lines out',
      start: at,
      end: at + 1,
    };
  }
  // What it gives begins behind the hyphens, and ends before the last line end.
  const read = matter(text, OPTIONS).matter;
  const lineEnd = read.indexOf('\n');
  const yamlEnd = lineEnd < 0 ? yamlStart : yamlStart + read.length - lineEnd;
  const bodyStart = endOfMark(text, yamlEnd);
  return bodyStart < 0 ? unclosed : cut(text, yamlStart, yamlEnd, bodyStart);
}

/** Where the line behind a mark begins; -1 where no line of three hyphens begins at `from`. */
function endOfMark(text: string, from: number): number {
  const line = /---[ \t]*\r?(?:\n|$)/y;
  line.lastIndex = from;
  return line.test(text) ? line.lastIndex : -1;
}

function describeOpening(text: string, start: number): SplitProblem {
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const first = text.slice(start, Math.min(end, start + 40));
  const other = /^---\s*(\w+)/.exec(first)?.[1];
  return {
    message: other
      ? `Front matter in another language (\`${other}\`) is not read.`
      : 'The file does not begin with front matter.',
    hint: 'begin the file with a line that holds only `---`',
    start,
    end: Math.max(start, Math.min(end, start + 80)),
  };
}
