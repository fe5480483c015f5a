// A file → its claims or entries as a list, and what can be folded.
import { type DocumentSymbol, type FoldingRange, SymbolKind } from 'vscode-languageserver';
import { isCollection, isMap, isSeq, type Node } from 'yaml';
import { excerpt } from '../findings/finding.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { findNode } from '../yaml/syntax.ts';
import { textUnder } from './tree.ts';
import { type OpenFile, openFile, type View } from './view.ts';

/** Claims of an article with their evidence, or entries of a vocabulary. */
export function listSymbols(view: View, file: string): DocumentSymbol[] {
  const opened = openFile(view, file);
  if (!opened) return [];
  if (!file.endsWith('.md')) return toSymbols(opened, opened.root, SymbolKind.EnumMember, () => []);
  return toSymbols(opened, findNode(opened.root, ['claims']).node, SymbolKind.Object, (claim) =>
    toSymbols(opened, findNode(claim, ['evidence']).node, SymbolKind.Field, () => []),
  );
}

function toSymbols(
  opened: OpenFile,
  list: Node | null,
  kind: SymbolKind,
  below: (item: Node) => DocumentSymbol[],
): DocumentSymbol[] {
  if (!isSeq(list)) return [];
  return list.items.flatMap((item): DocumentSymbol[] => {
    const range = isMap(item) ? rangeOf(opened, item) : null;
    if (!isMap(item) || !range) return [];
    const first = (key: string) => textUnder(item, key);
    const id = first('id') ?? '';
    const says = first('text') ?? first('title') ?? first('name') ?? first('label') ?? '';
    const detail = first('verdict') ?? first('stance') ?? first('kind') ?? '';
    return [
      {
        name: show(`${id} ${says}`) || '–',
        detail: show(detail),
        kind,
        range,
        selectionRange: { start: range.start, end: range.start },
        children: below(item as Node),
      },
    ];
  });
}

function show(text: string): string {
  return sanitiseForTerminal(excerpt(text)).trim();
}

function rangeOf({ source, start, yaml }: OpenFile, { range }: Node) {
  if (!range) return null;
  // A block ends where the next thing begins; what is folded or marked ends with its last sign.
  const end = yaml.slice(range[0], range[1]).trimEnd().length + range[0];
  return source.range(range[0] + start, end + start);
}

/** The front matter, and every entry of a list of mappings: claims, evidence, entries of a vocabulary. */
export function listFolds(view: View, file: string): FoldingRange[] {
  const opened = openFile(view, file);
  if (!opened) return [];
  const folds: FoldingRange[] = [];
  const { source, start, yaml } = opened;
  if (start > 0) fold({ start: source.position(0), end: source.position(start + yaml.length) });
  visit(opened.root);
  return folds;

  function visit(node: unknown): void {
    if (isMap(node)) for (const { value } of node.items) visit(value);
    else if (isSeq(node))
      for (const item of node.items) {
        const range = isCollection(item) ? rangeOf(opened as OpenFile, item as Node) : null;
        if (range) fold(range);
        visit(item);
      }
  }
  function fold(range: { start: { line: number }; end: { line: number } }): void {
    if (range.end.line > range.start.line) folds.push({ startLine: range.start.line, endLine: range.end.line });
  }
}
