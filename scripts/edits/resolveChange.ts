// A change of a value, a tree of YAML and its text → the one place where the text changes, and what it becomes.
import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { fromPointer } from '../values/jsonPointer.ts';
import { findNode } from '../yaml/syntax.ts';
import type { ValueChange } from './applyChange.ts';
import {
  behindColon,
  endOf,
  hasGapBefore,
  isBlockText,
  isEmpty,
  keyColumn,
  lineBehind,
  nextLineAt,
} from './outline.ts';
import { columnOf, readStyle, type Style } from './style.ts';
import { writeBehindKey, writeInline, writeItem } from './writeValue.ts';

/** What stands where a person has still to decide. */
export const TODO = 'todo';

/** A range of UTF-16 offsets in the YAML, and the text to be put there. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** A text, its tree, and the order of the keys of the mapping that tokens name; null where nobody knows one. */
export interface Target {
  yaml: string;
  root: Node | null;
  orderOf?: (tokens: readonly string[]) => readonly string[] | null;
}

/**
 * Works out where the text changes, in the style that it has. null where the change names no place, or one that is
 * written so unusually that it is left to a person. Whether the result means what is wanted is not looked at here: see
 * {@link editYaml}.
 */
export function resolveChange(target: Target, change: ValueChange): Splice | null {
  const { yaml, root } = target;
  const tokens = fromPointer(change.pointer);
  const { pair, node, exact } = findNode(root, tokens);
  if (change.kind === 'rename') {
    const range = exact ? (pair?.key as Node | undefined)?.range : null;
    return range ? { start: range[0], end: range[1], text: change.key } : null;
  }
  if (change.kind === 'remove') return exact && pair ? removePair(yaml, pair) : null;
  const isAppend = change.kind === 'append';
  const style = readStyle(yaml, root);
  if (!exact) return addKey(target, tokens, isAppend ? [change.value] : change.value, style);
  if (isAppend && isSeq(node) && node.items.length > 0) return appendItem(yaml, node, change.value, style);
  if (isAppend && !isNothing(node)) return null;
  const value = isAppend ? [change.value] : change.value;
  const holder = findNode(root, tokens.slice(0, -1)).node;
  return pair ? setPair(yaml, pair, value, isInline(holder), style) : setItem(yaml, holder, node, value, style);
}

/** What a list may begin in the place of. */
function isNothing(node: Node | null): boolean {
  return node === null || (isSeq(node) && node.items.length === 0) || (isScalar(node) && node.value === null);
}

function isInline(node: Node | null): boolean {
  return isCollection(node) && node.flow === true;
}

/** A removed entry takes its whole lines with it, indentation and line end included. */
function removePair(yaml: string, pair: Pair): Splice | null {
  const head = (pair.key as Node).range?.[0] ?? 0;
  const start = yaml.lastIndexOf('\n', head - 1) + 1;
  if (yaml.slice(start, head).trim() !== '') return null;
  return { start, end: nextLineAt(yaml, endOf(pair)), text: '' };
}

function setPair(yaml: string, pair: Pair, value: unknown, inline: boolean, style: Style): Splice {
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

function inPlaceOf(node: Node, text: string): Splice {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0, text };
}

/** The marks that a text has now; for what has none, those that others under its key have. */
function quotesOf(node: Node, { quotes }: Style, key: string): "'" | '"' | undefined {
  const type = isScalar(node) ? node.type : undefined;
  if (type === 'QUOTE_SINGLE') return "'";
  if (type === 'QUOTE_DOUBLE') return '"';
  return isScalar(node) && typeof node.value === 'string' ? undefined : quotes.get(key);
}

function setItem(yaml: string, list: Node | null, node: Node | null, value: unknown, style: Style): Splice | null {
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

/** How a mapping is written, so that the one beside it or in its place can be. */
function formOf(node: Node): 'block' | 'flow' | undefined {
  if (!isMap(node) || node.items.length === 0) return undefined;
  return node.flow ? 'flow' : 'block';
}

function appendItem(yaml: string, list: YAMLSeq, value: unknown, style: Style): Splice | null {
  const last = list.items.at(-1) as Node;
  if (list.flow) {
    const at = endOf(last);
    return { start: at, end: at, text: `, ${writeInline(value)}` };
  }
  const column = columnOf(yaml, list.range?.[0] ?? 0);
  const gap = isMap(last) ? columnOf(yaml, last.range?.[0] ?? 0) - column : style.gap;
  const lines = writeItem(value, column, { ...style, gap: Math.max(gap, 2) }, formOf(last));
  const isApart = list.items.length > 1 && hasGapBefore(yaml, dashOf(yaml, last));
  return putLines(yaml, lineBehind(yaml, last, column), isApart ? ['', ...lines] : lines, style);
}

/** Where the dash of an item stands. */
function dashOf(yaml: string, item: Node): number {
  return yaml.lastIndexOf('-', (item.range?.[0] ?? 0) - 1);
}

function putLines(yaml: string, at: number, lines: readonly string[], { eol }: Style): Splice {
  const isUnended = at > 0 && yaml[at - 1] !== '\n';
  const text = lines.map((line) => (isUnended ? eol + line : line + eol)).join('');
  return { start: at, end: at, text };
}

/**
 * Writes a key that is not there behind the nearest one that comes before it in the schema; where nobody knows an
 * order, or none comes before it, behind the first key of the mapping, which is mostly its name.
 */
function addKey(target: Target, tokens: readonly string[], value: unknown, style: Style): Splice | null {
  const { yaml, root, orderOf } = target;
  const key = tokens.at(-1) ?? '';
  const { node, exact } = findNode(root, tokens.slice(0, -1));
  if (!exact || !isMap(node)) return null;
  const before = pairBefore(node, key, orderOf?.(tokens.slice(0, -1)) ?? []);
  if (!before) return null;
  if (node.flow) {
    const at = endOf(before);
    return { start: at, end: at, text: `, ${writeInline(key)}: ${writeInline(value, key)}` };
  }
  const column = columnOf(yaml, node.range?.[0] ?? 0);
  const line = `${' '.repeat(column)}${writeInline(key)}:${writeBehindKey(key, value, column, style)}`;
  return putLines(yaml, lineBehind(yaml, before, column), [line], style);
}

function pairBefore(map: YAMLMap, key: string, order: readonly string[]): Pair | undefined {
  const places = new Map(order.map((name, i) => [name, i]));
  const own = places.get(key);
  const placeOf = ({ key: name }: Pair) => places.get(isScalar(name) ? String(name.value) : '') ?? Number.NaN;
  let best: Pair | undefined;
  for (const pair of map.items as Pair[])
    if (own !== undefined && placeOf(pair) < own && !(best && placeOf(best) >= placeOf(pair))) best = pair;
  return best ?? (map.items[0] as Pair | undefined);
}
