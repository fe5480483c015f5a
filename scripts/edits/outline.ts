// A tree of YAML and its text → where its parts end, and where something can be put behind them.
import { isCollection, isNode, isPair, isScalar, type Node, type Pair, Scalar } from 'yaml';
import { columnOf } from './style.ts';

/** Where a node or a pair ends, without what stands behind it; a block text ends behind its last line end. */
export function endOf(part: unknown): number {
  if (isPair(part)) {
    const value = part.value as Node | null;
    return value && !isEmpty(value) ? endOf(value) : endOf(part.key) + 1;
  }
  if (!isNode(part)) return 0;
  // A block ends with what its last part ends with: its own end may lie behind comments.
  const last = isCollection(part) && !part.flow ? part.items.at(-1) : undefined;
  return last === undefined ? (part.range?.[1] ?? 0) : endOf(last);
}

/** Whether nothing is written where a value might stand. */
export function isEmpty(node: Node): boolean {
  return !node.range || node.range[0] === node.range[1];
}

/** Whether a value stands on lines of its own, with its key or dash above or before it. */
export function isBlockText(node: Node | null): boolean {
  return isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL);
}

/** Where the line after that of `offset` begins; the length of the text behind its last line. */
export function nextLineAt(text: string, offset: number): number {
  const stop = text.indexOf('\n', Math.max(offset - 1, 0));
  return stop < 0 ? text.length : stop + 1;
}

/**
 * Where lines can be put behind a part of a block that stands at `column`: behind its own last line, and behind
 * comments that are indented deeper, since they speak of it.
 */
export function lineBehind(text: string, part: unknown, column: number): number {
  let at = nextLineAt(text, endOf(part));
  for (let from = at; ; ) {
    const [line = '', indent = '', mark] = /^([ ]*)(#)?[^\n]*\n?/.exec(text.slice(from)) ?? [];
    if (mark !== undefined && indent.length > column) at = from + line.length;
    else if (line.trim() !== '' || line === '') return at;
    from += line.length;
  }
}

/** Whether a blank line stands before a part. */
export function hasGapBefore(text: string, start: number): boolean {
  const line = text.lastIndexOf('\n', start - 1);
  const above = text.lastIndexOf('\n', line - 1);
  return line > 0 && text.slice(above + 1, line).trim() === '';
}

/** The place behind the colon of a pair. */
export function behindColon(text: string, pair: Pair): number {
  return text.indexOf(':', endOf(pair.key)) + 1;
}

/** The column of a pair's key. */
export function keyColumn(text: string, pair: Pair): number {
  return columnOf(text, (pair.key as Node).range?.[0] ?? 0);
}
