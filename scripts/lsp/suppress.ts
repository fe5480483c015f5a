// A warning → the exception that accepts it, in the article's list of them, with a reason to be written.
import type { WorkspaceEdit } from 'vscode-languageserver';
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { LocatedFinding } from '../findings/locate.ts';
import { writeFlow } from '../findings/writeFlow.ts';
import { severityOf } from '../rules/engine/catalogue.ts';
import { fromPointer } from '../values/jsonPointer.ts';
import { findNode } from '../yaml/syntax.ts';
import { textUnder } from './tree.ts';
import { type OpenFile, openFile, type View } from './view.ts';

/**
 * null for errors, which cannot be accepted, and for what no article can accept. The reason is `todo`, which is an
 * error until somebody has written one.
 */
export function proposeSuppression(
  view: View,
  { code, file, pointer }: LocatedFinding,
): { title: string; edit: WorkspaceEdit } | null {
  if (severityOf(code) !== 'warning' || code === 'D90' || !view.project.articleFiles.includes(file)) return null;
  const opened = openFile(view, file);
  if (!opened) return null;
  const [list, index] = fromPointer(pointer);
  const claim = list === 'claims' && index !== undefined ? findNode(opened.root, [list, index]).node : null;
  const id = textUnder(claim, 'id');
  const place = findPlace(opened, writeFlow({ code, ...(id === null ? {} : { claim: id }), reason: 'todo' }));
  if (!place) return null;
  const range = opened.source.range(place.start + opened.start, place.end + opened.start);
  return {
    title: `accept ${code} for ${id ?? 'this article'}, with a reason`,
    edit: { changes: { [view.paths.uriOf(file)]: [{ range, newText: place.text }] } },
  };
}

interface Insertion {
  start: number;
  end: number;
  text: string;
}

/** Where an entry is written in the YAML, in the style of the list that is there. */
function findPlace({ root, yaml }: OpenFile, entry: string): Insertion | null {
  const { node, pair, exact } = findNode(root, ['suppress']);
  if (!exact) {
    const claims = isMap(root) ? root.items.find(({ key }) => isScalar(key) && key.value === 'claims') : undefined;
    const at = (claims?.key as Node | undefined)?.range?.[0];
    return at === undefined ? null : { start: at, end: at, text: `suppress:\n  - ${entry}\n` };
  }
  if (isSeq(node) && node.range) {
    const last = node.items.at(-1) as Node | undefined;
    if (!last?.range) return { start: node.range[0], end: node.range[1], text: `[${entry}]` };
    const end = last.range[1];
    if (node.flow) return { start: end, end, text: `, ${entry}` };
    const first = (node.items[0] as Node).range?.[0] ?? 0;
    const indent = /^ *-/.exec(yaml.slice(yaml.lastIndexOf('\n', first) + 1, first))?.[0] ?? '  -';
    const stop = yaml.indexOf('\n', yaml.slice(0, end).trimEnd().length);
    return stop < 0 ? null : { start: stop, end: stop, text: `\n${indent} ${entry}` };
  }
  const key = (pair?.key as Node | undefined)?.range;
  const isEmpty = key && isScalar(node) && node.range?.[0] === node.range?.[1];
  return isEmpty ? { start: key[1] + 1, end: key[1] + 1, text: ` [${entry}]` } : null;
}
