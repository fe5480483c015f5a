// A file's text → the tree of its YAML, and what stands at a place in it.
import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import { splitFrontMatter } from '../yaml/frontMatter.ts';
import { findOversize } from '../yaml/limits.ts';
import { readTree } from '../yaml/mend.ts';

/** The YAML of a file: its text, where it begins in the file's, and its tree; offsets in the tree are the YAML's. */
export interface Tree {
  yaml: string;
  start: number;
  root: Node | null;
}

/** The part of a file that is YAML; null where there is none that can be read. */
export function cutYaml(file: string, text: string): Pick<Tree, 'yaml' | 'start'> | null {
  const isArticle = file.endsWith('.md');
  const parts = isArticle ? splitFrontMatter(text) : { yaml: text, yamlStart: 0 };
  if ('message' in parts || findOversize(text, parts.yaml, isArticle ? 'article' : 'other')) return null;
  return { yaml: parts.yaml, start: parts.yamlStart };
}

/** The tree of a file's YAML, with what is broken left out. */
export function openTree(file: string, text: string): Tree | null {
  const cut = cutYaml(file, text);
  return cut && { ...cut, root: readTree(cut.yaml) };
}

/** A scalar of a tree: its keys and numbers from the root, and whether it is a key; a key's path ends in itself. */
export interface Spot {
  path: string[];
  isKey: boolean;
  scalar: Scalar;
  range: [number, number];
}

/** Visits every scalar, keys too, in the order of the text. */
export function* listScalars(node: unknown, path: readonly string[] = []): Iterable<Spot> {
  if (isMap(node)) {
    for (const { key, value } of node.items as Pair[]) {
      if (!isScalar(key)) continue;
      const below = [...path, String(key.value)];
      if (key.range) yield { path: below, isKey: true, scalar: key, range: [key.range[0], key.range[1]] };
      yield* listScalars(value, below);
    }
  } else if (isSeq(node)) for (const [i, item] of node.items.entries()) yield* listScalars(item, [...path, String(i)]);
  else if (isScalar(node) && node.range)
    yield { path: [...path], isKey: false, scalar: node, range: [node.range[0], node.range[1]] };
}

/** The scalar at an offset in the YAML, its ends included; null where none stands. */
export function findSpot({ root }: Pick<Tree, 'root'>, offset: number): Spot | null {
  for (const spot of listScalars(root)) if (spot.range[0] <= offset && offset <= spot.range[1]) return spot;
  return null;
}

/** The text of a scalar under a key of a mapping; null where there is none. */
export function textUnder(node: unknown, key: string): string | null {
  const value = isMap(node) ? node.get(key) : null;
  return typeof value === 'string' ? value : null;
}
