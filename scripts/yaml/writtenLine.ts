// A place in a YAML text → the lines around it, as somebody looks at them who wrote them.

/**
 * A line; `indent` counts its spaces, `column` those in front of its key, behind a dash. `key` is null where no key
 * stands at its beginning.
 */
export interface Line {
  text: string;
  start: number;
  indent: number;
  column: number;
  /** Whether it begins with `- `. */
  isEntry: boolean;
  key: string | null;
  value: string;
}

/** No label is that long: whoever looks further looks at an attack. */
const MOST_LINES = 2000;

function read(text: string, start: number): Line {
  const stop = text.indexOf('\n', start);
  const line = text.slice(start, stop < 0 ? text.length : stop);
  const [, indent = '', dashes = '', key = null, value = ''] =
    /^( *)((?:- +)*)(?:([\w-]+)[ ]*:(?=\s|$)[ \t]*(.*))?/.exec(line) ?? [];
  const column = indent.length + dashes.length;
  return { text: line, start, indent: indent.length, column, isEntry: dashes !== '', key, value: value.trimEnd() };
}

/** The line that an offset lies in. */
export function lineAt(text: string, offset: number): Line {
  return read(text, text.lastIndexOf('\n', offset - 1) + 1);
}

/** The line below, or null at the end. */
export function nextLine(text: string, { start, text: line }: Line): Line | null {
  const next = start + line.length + 1;
  return next < text.length ? read(text, next) : null;
}

/** The lines that begin before an offset, the nearest first. */
export function* linesAbove(text: string, offset: number): Iterable<Line> {
  let at = offset;
  for (let i = 0; at > 0 && i < MOST_LINES; i++) {
    const line = lineAt(text, at - 1);
    yield line;
    at = line.start;
  }
}

/** Where a quoted text begins in a line that does not end in it, as an offset in the text; null where there is none. */
export function opensQuote({ text, start }: Line): number | null {
  const [before = '', mark = ''] = /^[ \t]*(?:- +)*(?:[\w-]+[ ]*:[ \t]+)?(["'])/.exec(text) ?? [];
  if (mark === '') return null;
  const open = before.length - 1;
  return closeOf(text, open, text.length) === null ? start + open : null;
}

/**
 * Where a quoted text that begins at an offset ends, its closing mark included; null where it does not end before
 * `end`.
 */
export function closeOf(text: string, start: number, end: number): number | null {
  const mark = text[start];
  for (let i = start + 1; i < end; i++) {
    if (mark === '"' && text[i] === '\\') i++;
    else if (text[i] === mark) {
      if (mark === '"' || text[i + 1] !== mark) return i + 1;
      i++;
    }
  }
  return null;
}
