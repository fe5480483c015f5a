// A value in a tree of YAML and another one → the place where the text changes, in the style that it has.
import { isCollection, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { behindColon, endOf, isBlockText, isEmpty, keyColumn } from './outline.ts';
import { formOf, inPlaceOf, type Splice, TODO } from './splice.ts';
import { columnOf, type Style } from './style.ts';
import { writeBehindKey, writeInline, writeItem } from './writeValue.ts';

/** Writes the value of a pair; `inline` says that it stands in brackets. */
export function setPair(yaml: string, pair: Pair, value: unknown, inline: boolean, style: Style): Splice {
  const key = isScalar(pair.key) ? String(pair.key.value) : '';
  const node = pair.value as Node | null;
  const start = behindColon(yaml, pair);
  if (inline) {
    const text = writeInline(value, key);
    return node && !isEmpty(node) ? inPlaceOf(node, text) : { start, end: start, text: ` ${text}` };
  }
  const text = writeBehindKey(key, value, keyColumn(yaml, pair), style);
  const isLines = text.startsWith(style.eol);
  if (!node || isEmpty(node)) return isLines ? belowLine(yaml, start, start, text) : { start, end: start, text };
  if (isLines) return belowLine(yaml, start, endOf(node), text);
  // What stands on one line changes alone, with the spaces before it as they are.
  if (isScalar(node) && !isBlockText(node)) {
    const splice = inPlaceOf(node, writeInline(value, key, quotesOf(node, style, key)));
    return { ...splice, end: endOfTodo(yaml, node) };
  }
  if (isCollection(node) && node.flow) return inPlaceOf(node, text.slice(1));
  return { start, end: trimEnd(yaml, endOf(node)), text };
}

/** What stands behind a `todo` says what is to be decided, and goes with it. */
function endOfTodo(yaml: string, node: Node): number {
  const [start, end] = node.range ?? [0, 0];
  const note = yaml.slice(start, end) === TODO ? /^[ \t]+#[^\r\n]*/.exec(yaml.slice(end)) : null;
  return end + (note?.[0].length ?? 0);
}

/** Lines in the place of a value; a comment behind it stays on the line of its key. */
function belowLine(yaml: string, start: number, end: number, text: string): Splice {
  const from = trimEnd(yaml, end);
  const stop = yaml.indexOf('\n', from);
  const lineEnd = stop < 0 ? yaml.length : yaml[stop - 1] === '\r' ? stop - 1 : stop;
  return { start, end: lineEnd, text: yaml.slice(from, lineEnd).trimEnd() + text };
}

/** A line end at the end of a value is not the value's alone. */
function trimEnd(yaml: string, end: number): number {
  if (yaml[end - 1] !== '\n') return end;
  return yaml[end - 2] === '\r' ? end - 2 : end - 1;
}

/** The marks that a text has now; for what has none, those that others under its key have. */
function quotesOf(node: Node, { quotes }: Style, key: string): "'" | '"' | undefined {
  const type = isScalar(node) ? node.type : undefined;
  if (type === 'QUOTE_SINGLE') return "'";
  if (type === 'QUOTE_DOUBLE') return '"';
  return isScalar(node) && typeof node.value === 'string' ? undefined : quotes.get(key);
}

/** Writes an item of a list; null where nothing is written there yet. */
export function setItem(
  yaml: string,
  list: Node | null,
  node: Node | null,
  value: unknown,
  style: Style,
): Splice | null {
  if (!isSeq(list) || !node?.range || isEmpty(node)) return null;
  if (list.flow || (isScalar(node) && !isBlockText(node) && !isCollectionValue(value)))
    return inPlaceOf(node, writeInline(value, undefined, quotesOf(node, style, '')));
  const column = columnOf(yaml, list.range?.[0] ?? 0);
  const start = node.range[0];
  // Lines behind a dash begin where the old item does.
  const own = { ...style, gap: Math.max(columnOf(yaml, start) - column, 2) };
  const text = writeItem(value, column, own, formOf(node))
    .join(style.eol)
    .slice(column + own.gap);
  return { start, end: trimEnd(yaml, endOf(node)), text };
}

function isCollectionValue(value: unknown): boolean {
  return value !== null && typeof value === 'object';
}
