// A range in a text → the lines around it, with a mark below.
import { displayWidth } from './displayWidth.ts';
import type { Range } from './finding.ts';
import type { Lines } from './positions.ts';
import { sanitiseForTerminal } from './sanitise.ts';

// Together at most the 120 characters that a report may show of an article.
const WINDOW = 80;
const BEFORE = 40;
/** Characters shown left of a mark that stands far to the right. */
const LEAD = 24;

/** A line of YAML that opens or names what stands below it, and holds no prose: `claims:`, `  - id: gazette-c01`. */
const OPENING = /^( *)(?:- )?[\w$.-]{1,40}:(?: +[\w./-]{1,60})? *$/;

export interface FrameStyle {
  /** What is written after the mark. */
  note: string;
  tone(text: string): string;
  dim(text: string): string;
}

/** The enclosing keys, the line before, the line itself cut around the mark, and the mark. */
export function renderFrame(range: Range, lines: Lines, { note, tone, dim }: FrameStyle): string[] {
  const { line, column } = range.start;
  const width = String(line).length;
  const gutter = (label: string) => dim(`${label.padStart(width + 3)} │ `);
  const source = (n: number, text: string) => gutter(String(n)) + sanitiseForTerminal(text);
  const rows: string[] = [];
  let last = 0;
  const skip = (next: number) => {
    if (last > 0 && next > last + 1) rows.push(dim(`${'⋮'.padStart(width + 3)} │`));
    last = next;
  };
  for (const n of listEnclosing(lines, line)) {
    if (n >= line - 1) continue;
    skip(n);
    rows.push(source(n, lines.line(n)));
  }
  if (line > 1) {
    skip(line - 1);
    rows.push(source(line - 1, cut(lines.line(line - 1), BEFORE)));
  }
  const from = column > WINDOW - LEAD ? column - LEAD - 1 : 0;
  const points = takePoints(lines.line(line), from + WINDOW + 1);
  const shown = points.slice(from, from + WINDOW);
  const cutAfter = points.length > from + WINDOW ? '…' : '';
  const cutBefore = from > 0 ? '…' : '';
  skip(line);
  rows.push(`${gutter(String(line))}${cutBefore}${sanitiseForTerminal(shown.join(''))}${cutAfter}`);
  const begin = column - 1 - from;
  const end = range.end.line === line ? range.end.column - 1 - from : shown.length;
  const indent = displayWidth(cutBefore + sanitiseForTerminal(shown.slice(0, begin).join('')));
  const marked = displayWidth(sanitiseForTerminal(shown.slice(begin, end).join('')));
  rows.push(
    `${gutter('')}${' '.repeat(indent)}${tone('^'.repeat(Math.max(1, marked)))}${note === '' ? '' : ` ${note}`}`,
  );
  return rows;
}

/**
 * Numbers of the lines above that are indented less and less: the keys and list entries in which the line stands,
 * outermost first.
 */
function listEnclosing(lines: Lines, line: number): number[] {
  const found: number[] = [];
  let indent = indentOf(lines.line(line));
  for (let n = line - 1; n > 0 && indent > 0; n--) {
    const opening = OPENING.exec(lines.line(n));
    if (!opening || (opening[1]?.length ?? 0) >= indent) continue;
    indent = opening[1]?.length ?? 0;
    found.unshift(n);
  }
  return found;
}

function indentOf(text: string): number {
  const first = text.search(/[^ ]/);
  return first < 0 ? 0 : first;
}

function cut(text: string, most: number): string {
  const points = takePoints(text, most + 1);
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : points.join('');
}

/** The first code points of a text, without going through the rest of a long one. */
function takePoints(text: string, most: number): string[] {
  return [...text.slice(0, most * 2)].slice(0, most);
}
