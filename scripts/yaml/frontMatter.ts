// Text of an article's file → its front matter and its body.

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
 * Splits at the lines `---`. Only YAML is front matter: `---js` and its like, which other tools run as a program, are refused here,
 * before anything looks at what stands below them. A file that begins with U+FEFF is read, the mark is another rule's business.
 */
export function splitFrontMatter(text: string): Parts | SplitProblem {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const firstEnd = endOfLine(text, start);
  const first = text.slice(start, firstEnd).trimEnd();
  if (first !== '---') {
    const other = /^---\s*(\w+)/.exec(first.slice(0, 40))?.[1];
    return {
      message: other
        ? `Front matter in another language (\`${other}\`) is not read.`
        : 'The file does not begin with front matter.',
      hint: 'begin the file with a line that holds only `---`',
      start,
      end: Math.max(start, Math.min(firstEnd, start + 80)),
    };
  }
  const yamlStart = firstEnd + 1;
  const closing = /^---[ \t]*\r?$/gm;
  closing.lastIndex = yamlStart;
  const close = firstEnd < text.length ? closing.exec(text) : null;
  if (!close) {
    return {
      message: 'The front matter is not closed.',
      hint: 'put a line that holds only `---` after the labels',
      start,
      end: start + 3,
    };
  }
  const bodyStart = Math.min(text.length, close.index + close[0].length + 1);
  return { yaml: text.slice(yamlStart, close.index), yamlStart, body: text.slice(bodyStart), bodyStart };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const MARK = '---';
const LF = 10;

/**
 * Where the YAML ends in the bytes of a usual file: one that begins with a plain line `---` and has another behind the YAML, in which there are no three
 * hyphens. -1 for any other file, which {@link splitFrontMatter} must split.
 */
export function findYamlEnd(bytes: Buffer): number {
  if (bytes[MARK.length] !== LF || bytes.toString('latin1', 0, MARK.length) !== MARK) return -1;
  const end = bytes.indexOf(MARK, YAML_START);
  return bytes[end - 1] === LF && bytes[end + MARK.length] === LF ? end : -1;
}

/** Where the YAML of a usual file begins. */
export const YAML_START = MARK.length + 1;

/** The parts of a usual file. `yamlEnd` is what {@link findYamlEnd} found, `text` what the bytes say. */
export function cutFrontMatter(bytes: Buffer, text: string, yamlEnd: number): Parts {
  const behind = yamlEnd + YAML_START;
  const body = bytes.toString('utf8', behind);
  const bodyStart = text.length - body.length;
  return { yaml: text.slice(YAML_START, bodyStart - YAML_START), yamlStart: YAML_START, body, bodyStart };
}
