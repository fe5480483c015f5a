// YAML with an error of syntax → the same text without the parts that hold errors.
import type { Node } from 'yaml';
import { mayHold } from './limits.ts';
import { parseSyntax, type Syntax, type SyntaxProblem } from './syntax.ts';
import { lineAt, opensQuote } from './writtenLine.ts';

/** The tree of the text that is left, with offsets as in the whole, and JSON Pointers of what was taken out. */
export interface Mended {
  syntax: Syntax;
  removed: string[];
  /** The first error of each part that was taken out. */
  problems: SyntaxProblem[];
}

/**
 * A part of the text that stands for itself: an entry of the outermost mapping or sequence, or an item of a list below
 * a key.
 */
interface Block {
  start: number;
  end: number;
  pointer: string;
  /** Stands in for an item of a list, so that the items after it keep their numbers. */
  item: string | null;
}

/** More broken parts than these are no slips, and each takes a parser's time. */
const MOST_REMOVED = 1000;

const KEY = /^([A-Za-z_][\w-]*)[ ]*:(?=[ \t\r\n]|$)/;

/**
 * Takes out of a text with errors the smallest parts that can be parsed alone and cannot be read, so that one stray
 * bracket hides one claim and not the file.
 * Every sign that is taken out becomes a space, so that offsets stay. null where that does not lead to a text that can
 * be read.
 */
export function mendYaml(text: string): Mended | null {
  const removed: string[] = [];
  const problems: SyntaxProblem[] = [];
  const parts: string[] = [];
  let at = 0;
  const blocks = listBlocks(text);
  if (!mayHold(blocks.length, 'article')) return null;
  for (const block of blocks) {
    const alone = text.slice(block.start, block.end);
    const problem = parseSyntax(alone).problems.find(({ kind }) => kind === 'syntax');
    if (!problem) continue;
    // What is never closed is missed at the end of the part; the last thing in it shows better where that is.
    const last = alone.trimEnd().length;
    const start = problem.start < last ? problem.start : alone.lastIndexOf('\n', last - 1) + 1;
    const end = problem.start < last ? Math.min(problem.end, last) : last;
    problems.push({ ...problem, start: start + block.start, end: Math.max(end, start + 1) + block.start });
    removed.push(block.pointer);
    if (removed.length > MOST_REMOVED) return null;
    parts.push(text.slice(at, block.start), blank(alone, block.item));
    at = block.end;
  }
  if (removed.length === 0) return null;
  const syntax = parseSyntax(parts.join('') + text.slice(at));
  return syntax.problems.some(({ kind }) => kind === 'syntax') ? null : { syntax, removed, problems };
}

/** The tree of a text; where its syntax is broken, of the parts that can be read. */
export function readTree(yaml: string): Node | null {
  const syntax = parseSyntax(yaml);
  if (syntax.problems.every(({ kind }) => kind !== 'syntax')) return syntax.root;
  return mendYaml(yaml)?.syntax.root ?? syntax.root;
}

function blank(part: string, item: string | null): string {
  const empty = part.replace(/[^\n]/g, ' ');
  if (item === null) return empty;
  const line = part.indexOf('\n') < 0 ? part.length : part.indexOf('\n');
  // `- ~` needs three signs; a shorter line cannot hold an error of its own.
  return line >= item.length + 3 ? `${item}- ~${empty.slice(item.length + 3)}` : empty;
}

/** Splits at lines that begin without indentation, and what is below a key at the items of its list. */
function listBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = splitLines(text);
  let index = -1;
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line;
    let next = i + 1;
    const isOpen = opensQuote(lineAt(text, line.start)) !== null;
    while (
      next < lines.length &&
      (isInside(text, lines[next] as Line) || (isOpen && isLoose(text, lines[next] as Line)))
    )
      next++;
    const end = next < lines.length ? (lines[next] as Line).start : text.length;
    const first = text.slice(line.start, line.end);
    const key = KEY.exec(first)?.[1];
    if (/^- /.test(first)) {
      index++;
      blocks.push({ start: line.start, end, pointer: `/${index}`, item: '' });
    } else if (key !== undefined) {
      const items = listItems(text, lines, i + 1, next, `/${key}`);
      if (items.length === 0) blocks.push({ start: line.start, end, pointer: `/${key}`, item: null });
      else for (const item of items) blocks.push(item);
    } else if (first.trim() !== '' && !first.startsWith('#'))
      blocks.push({ start: line.start, end, pointer: '/', item: null });
    i = next;
  }
  return blocks;
}

interface Line {
  start: number;
  end: number;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** Indented lines, empty lines, and comments belong to what stands above them. */
function isInside(text: string, { start, end }: Line): boolean {
  const first = text[start];
  return start === end || first === ' ' || first === '\t' || first === '#' || first === '\r';
}

/** Whether a line at the margin begins neither a key nor an entry, so that an open text goes on in it. */
function isLoose(text: string, { start, end }: Line): boolean {
  const line = text.slice(start, Math.min(end, start + 200));
  return !KEY.test(line) && !line.startsWith('- ');
}

/** Items of the list that a key's lines hold, by the indentation of the first one. */
function listItems(text: string, lines: readonly Line[], from: number, to: number, pointer: string): Block[] {
  const starts: number[] = [];
  let indent = '';
  for (let i = from; i < to; i++) {
    const line = lines[i] as Line;
    const written = text.slice(line.start, Math.min(line.end, line.start + 200));
    const dash = /^( *)- /.exec(written);
    if (starts.length === 0) {
      if (dash) indent = dash[1] ?? '';
      else if (written.trim() === '' || written.trim().startsWith('#')) continue;
      else return [];
    }
    if (dash && dash[1] === indent) starts.push(line.start);
  }
  const last = to < lines.length ? (lines[to] as Line).start : text.length;
  return starts.map((start, i) => ({
    start,
    end: starts[i + 1] ?? last,
    pointer: `${pointer}/${i}`,
    item: indent,
  }));
}
