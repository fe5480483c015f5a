// Values → the text that PyYAML's safe_dump makes of them, for corpora where Python is not at hand.
import type { Value } from './labels.ts';
import { Page } from './pyyamlPage.ts';

/** Keyword arguments of safe_dump, with its defaults; `flowLeaves` is default_flow_style=None. */
export interface DumpOptions {
  allowUnicode?: boolean;
  flowLeaves?: boolean;
  sortKeys?: boolean;
}

/** Block collections with sequences not indented in mappings, two spaces a level, lines broken after column 80. */
export function dumpAsPyYaml(value: Value, options: DumpOptions = {}): string {
  const { allowUnicode = false, flowLeaves = false, sortKeys = true } = options;
  const page = new Page(allowUnicode);
  const entries = (map: { [key: string]: Value }) =>
    sortKeys ? Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)) : Object.entries(map);
  writeNode(value, -2, false);
  page.indent(0);
  return page.text;

  /** `indent` is that of the collection around it. */
  function writeNode(node: Value, indent: number, inMapping: boolean, inFlow = false): void {
    if (node === null || typeof node !== 'object') page.scalar(node, Math.max(indent, 0) + 2, inFlow);
    else if (inFlow || isEmpty(node) || (flowLeaves && isLeaf(node))) writeFlow(node, Math.max(indent, 0) + 2);
    else if (Array.isArray(node)) writeSequence(node, inMapping && !page.startsLine ? indent : indent + 2);
    else writeMapping(node, indent + 2);
  }

  function writeSequence(items: readonly Value[], indent: number): void {
    for (const item of items) {
      page.indent(indent);
      page.indicator('-', { space: true, startsLine: true });
      writeNode(item, indent, false);
    }
  }

  function writeMapping(map: { [key: string]: Value }, indent: number): void {
    for (const [key, item] of entries(map)) {
      page.indent(indent);
      page.key(key, false);
      page.indicator(':', {});
      writeNode(item, indent, true);
    }
  }

  function writeFlow(node: Value[] | { [key: string]: Value }, indent: number): void {
    const isList = Array.isArray(node);
    page.indicator(isList ? '[' : '{', { space: true, opens: true });
    const parts = isList ? node.map((item) => ['', item] as const) : entries(node);
    for (const [i, [key, item]] of parts.entries()) {
      if (i > 0) page.indicator(',', {});
      if (page.isFull) page.indent(indent);
      if (!isList) {
        page.key(key, true);
        page.indicator(':', {});
      }
      writeNode(item, indent, !isList, true);
    }
    page.indicator(isList ? ']' : '}', {});
  }
}

function isEmpty(node: object): boolean {
  return Object.keys(node).length === 0;
}

function isLeaf(node: object): boolean {
  return Object.values(node).every((item) => item === null || typeof item !== 'object');
}
