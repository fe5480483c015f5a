// A change of a value, a tree of YAML and its text → the one place where the text changes, and what it becomes.
import { isCollection, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { fromPointer } from '../values/jsonPointer.ts';
import { findNode } from '../yaml/syntax.ts';
import { addKey, appendItem } from './addPart.ts';
import type { ValueChange } from './edit.ts';
import { endOf, nextLineAt } from './outline.ts';
import { setItem, setPair } from './setValue.ts';
import type { Splice, Target } from './splice.ts';
import { readStyle } from './style.ts';

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
