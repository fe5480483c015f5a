// YAML that somebody is writing, and where the cursor stands → the place that is being written.
import { isMap, isScalar, type Node, Scalar } from 'yaml';
import { readTree } from '../yaml/mend.ts';
import { findNode, parseSyntax } from '../yaml/syntax.ts';
import { listScalars } from './tree.ts';

/** What is being written; offsets are UTF-16 units of the YAML. */
export interface Cursor {
  /** Keys and numbers from the root to the value; of a key to the mapping that it is a key of. */
  path: string[];
  isKey: boolean;
  /** What an answer takes the place of, and what of it stands in front of the cursor. */
  start: number;
  end: number;
  typed: string;
  /** The sign that the text begins with where it is quoted. */
  quote: string;
  /** The other keys of the mapping that a key is being written of. */
  others: ReadonlySet<string>;
  /** `- ` where the key begins an entry whose hyphen is not written yet. */
  dash: string;
  /** Whether a colon stands behind the key already. */
  hasColon: boolean;
}

/** UTF-16 units of YAML that take seconds to be parsed: there the likeliest place must do. */
const LONG = 1024 * 1024;

/** In front of the cursor on its line: nothing, or the beginning of a key or of an entry of a list. */
const BEGUN = /^[ ]*(?:- +)*[\w-]*$/;

/**
 * The place is found by writing a word at the cursor that occurs nowhere else, as a key where one may begin there, and
 * looking where the parser puts it: so a line that is not finished is read as it will be. null where it puts it nowhere
 * or into a text of several lines.
 */
export function findCursor(yaml: string, offset: number): Cursor | null {
  let mark = 'cursor';
  while (yaml.includes(mark)) mark += 'x';
  const lineStart = yaml.lastIndexOf('\n', offset - 1) + 1;
  const stop = yaml.indexOf('\n', offset);
  const before = yaml.slice(lineStart, offset);
  const isEnd = yaml.slice(offset, stop < 0 ? yaml.length : stop).trim() === '';
  for (const [dash, behind] of listTrials(before, isEnd).slice(0, yaml.length > LONG ? 1 : undefined)) {
    const text = yaml.slice(0, offset) + dash + mark + behind + yaml.slice(offset);
    // What is broken is left out of the tree, with all that stands near it: then the parser's own guess must do.
    const found =
      locateMark(readTree(text), mark, offset, dash) ?? locateMark(parseSyntax(text).root, mark, offset, dash);
    if (found && !yaml.slice(found.start, found.end).includes('\n'))
      return {
        ...found,
        typed: yaml.slice(found.start, offset),
        hasColon: found.isKey && /^[ \t]*:/.test(yaml.slice(found.end)),
      };
  }
  return null;
}

/** What is written in front of the word and behind it, the likeliest first. */
function listTrials(before: string, isEnd: boolean): [dash: string, behind: string][] {
  const plain: [string, string] = ['', isEnd ? closersOf(before) : ''];
  if (!isEnd || !BEGUN.test(before)) return [plain];
  const trials: [string, string][] = [['', ':'], plain];
  return before.trim() === '' ? [...trials, ['- ', ':']] : trials;
}

/** What closes the brackets that a line opens. */
function closersOf(line: string): string {
  const open: string[] = [];
  for (const [sign] of line.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]/g)) {
    if (sign === '[') open.unshift(']');
    else if (sign === '{') open.unshift('}');
    else if (sign === ']' || sign === '}') open.shift();
  }
  return open.join('');
}

type Place = Omit<Cursor, 'typed' | 'hasColon'>;

function locateMark(root: Node | null, mark: string, offset: number, dash: string): Place | null {
  for (const { path, isKey, scalar, range } of listScalars(root)) {
    if (!String(scalar.value).includes(mark)) continue;
    if (scalar.type === Scalar.BLOCK_FOLDED || scalar.type === Scalar.BLOCK_LITERAL) return null;
    const quote = scalar.type === Scalar.QUOTE_DOUBLE ? '"' : scalar.type === Scalar.QUOTE_SINGLE ? "'" : '';
    const holder = path.slice(0, -1);
    const place = dash === '' ? { start: range[0], end: range[1] - mark.length } : { start: offset, end: offset };
    const others = isKey ? listOthers(findNode(root, holder).node, scalar) : new Set<string>();
    return { path: isKey ? holder : path, isKey, ...place, quote, others, dash };
  }
  return null;
}

/** The keys of a mapping but one. */
function listOthers(mapping: Node | null, one: Scalar): Set<string> {
  if (!isMap(mapping)) return new Set();
  return new Set(mapping.items.flatMap(({ key }) => (isScalar(key) && key !== one ? [String(key.value)] : [])));
}
