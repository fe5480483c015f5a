// Text of a table, piece by piece → its records as cells, with the text that each was read from.
import Papa from 'papaparse';

export interface TableStyle {
  delimiter: string;
  /** The sign that encloses cells, null where there is none. */
  quote: string | null;
}

/** One record of a table. `text` holds it from `start` to `end`, its line end included. */
export interface TableRow {
  cells: string[];
  line: number;
  /** Lines that it takes. */
  lines: number;
  text: string;
  start: number;
  end: number;
  /** What is wrong with its quotation marks, or with a line end that none encloses (`loose`). */
  quotes: 'sound' | 'unclosed' | 'broken' | 'loose';
}

/** A record longer than this is none: a quotation mark was never closed. */
const LONGEST = 16 * 1024 * 1024;

interface Step {
  data: string[][];
  errors: { code: string }[];
  meta: { cursor: number };
}

/** Reads records in order. What is in memory is one piece and one record. `take` gives false to stop. */
export function readTable(chunks: Iterable<string>, style: TableStyle, take: (row: TableRow) => boolean): void {
  let rest = '';
  let line = 1;
  let newline: string | undefined;
  // Enough of the file is there to see how its lines end.
  let wanted = 64 * 1024;
  const parse = (text: string, isLast: boolean, { quote }: TableStyle, most: number): number => {
    newline ??= guessNewline(text);
    const end = newline;
    let start = 0;
    let count = 0;
    let stopped = false;
    const parser = new Papa.Parser({
      delimiter: style.delimiter,
      newline: end as '\n',
      ...(quote === null ? { fastMode: true } : { quoteChar: quote }),
      step: ({ data, errors, meta }: Step) => {
        const cells = data[0] ?? [];
        const next = meta.cursor;
        const lines = countLines(text, start, next, end);
        if (!isBlank(cells, text, start, next)) {
          if (end === '\n' && text.charCodeAt(next - 2) === CR) dropReturn(cells);
          const loose = lines > 1 && !(quote !== null && text.slice(start, next).includes(quote));
          const quotes = errors.some(isUnclosed)
            ? 'unclosed'
            : errors.length > 0
              ? 'broken'
              : loose
                ? 'loose'
                : 'sound';
          if (!take({ cells, line, lines, text, start, end: next, quotes })) stopped = true;
        }
        start = next;
        line += lines;
        count++;
        if (stopped || count === most) parser.abort();
      },
    } as Papa.ParseConfig);
    parser.parse(text, 0, !isLast);
    return stopped ? -1 : start;
  };
  for (const chunk of chunks) {
    rest += chunk;
    // A record that is longer than all that is there is looked at again only when there is twice as much.
    if (rest.length < wanted) continue;
    let done = parse(rest, false, style, 0);
    if (done === 0 && rest.length > LONGEST) done = parse(rest, false, { ...style, quote: null }, 1);
    if (done < 0) return;
    rest = rest.slice(done);
    wanted = done === 0 ? 2 * rest.length : 0;
  }
  if (rest !== '') parse(rest, true, style, 0);
}

const CR = 13;

function isUnclosed({ code }: { code: string }): boolean {
  return code === 'MissingQuotes';
}

/** The line end of a text: CR LF where every line ends so, CR where there is no LF. */
function guessNewline(text: string): '\n' | '\r' | '\r\n' {
  const feed = text.indexOf('\n');
  if (feed < 0) return text.includes('\r') ? '\r' : '\n';
  return /(?:^|[^\r])\n/.test(text) ? '\n' : '\r\n';
}

function dropReturn(cells: string[]): void {
  const last = cells.length - 1;
  const cell = cells[last] as string;
  if (cell.endsWith('\r')) cells[last] = cell.slice(0, -1);
}

/** A line on which nothing stands is no record. */
function isBlank(cells: readonly string[], text: string, start: number, end: number): boolean {
  return cells.length === 1 && cells[0]?.trim() === '' && text.slice(start, end).trim() === '';
}

function countLines(text: string, start: number, end: number, newline: string): number {
  const sign = newline === '\r' ? '\r' : '\n';
  let lines = 0;
  for (let at = text.indexOf(sign, start); at >= 0 && at < end; at = text.indexOf(sign, at + 1)) lines++;
  return Math.max(1, lines);
}
