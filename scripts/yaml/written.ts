// YAML text and a JSON Pointer → a single value as the file has it.
import { isScalar, type Node, Scalar } from 'yaml';
import { fromPointer } from '../values/jsonPointer.ts';
import { readTree } from './mend.ts';
import { findNode } from './syntax.ts';

/**
 * A scalar as written; `start` is its UTF-16 offset in the text. `block` is the sign that a text on lines of its own
 * begins with.
 */
export interface Written {
  text: string;
  start: number;
  block: '|' | '>' | null;
}

/**
 * Looks values up in a text, which is parsed when the first is asked for. null for what is no scalar or is not there.
 */
export function writtenIn(yaml: string): (pointer: string) => Written | null {
  let root: Node | null | undefined;
  return (pointer) => {
    if (root === undefined) root = readTree(yaml);
    const { node, exact } = findNode(root, fromPointer(pointer));
    if (!exact || !isScalar(node) || !node.range) return null;
    const [start, end] = node.range;
    const block = node.type === Scalar.BLOCK_FOLDED ? '>' : node.type === Scalar.BLOCK_LITERAL ? '|' : null;
    return { text: yaml.slice(start, end), start, block };
  };
}
