// What every edit of a text is made of: a range, what is put there, and how it looks there.
import { isMap, type Node } from 'yaml';
import type { Style } from './style.ts';

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

/** A text in the place of a value. */
export function inPlaceOf(node: Node, text: string): Splice {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0, text };
}

/** Lines where a line begins, or behind a last line without an end. */
export function putLines(yaml: string, at: number, lines: readonly string[], { eol }: Style): Splice {
  const isUnended = at > 0 && yaml[at - 1] !== '\n';
  const text = lines.map((line) => (isUnended ? eol + line : line + eol)).join('');
  return { start: at, end: at, text };
}

/** How a mapping is written, so that the one beside it or in its place can be. */
export function formOf(node: Node): 'block' | 'flow' | undefined {
  if (!isMap(node) || node.items.length === 0) return undefined;
  return node.flow ? 'flow' : 'block';
}
