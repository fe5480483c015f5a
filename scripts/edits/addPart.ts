// A list or a mapping in a tree of YAML and what it lacks → the place where the text changes, in the style that it has.
import { isMap, isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { findNode } from '../yaml/syntax.ts';
import { endOf, hasGapBefore, lineBehind } from './outline.ts';
import { formOf, putLines, type Splice, type Target } from './splice.ts';
import { columnOf, type Style } from './style.ts';
import { writeBehindKey, writeInline, writeItem } from './writeValue.ts';

/** Adds an item behind the last one, written as those that are there. */
export function appendItem(yaml: string, list: YAMLSeq, value: unknown, style: Style): Splice | null {
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

/**
 * Writes a key that is not there behind the nearest one that comes before it in the schema; where nobody knows an
 * order, or none comes before it, behind the first key of the mapping, which is mostly its name.
 */
export function addKey(target: Target, tokens: readonly string[], value: unknown, style: Style): Splice | null {
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
