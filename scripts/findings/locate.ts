// Findings with pointers → findings with lines and columns, and fixes with the text to put there.
import { isCollection, isMap, isScalar, type Node, type Pair } from 'yaml';
import { resolveChange } from '../edits/resolveChange.ts';
import type { ReportEdit, ReportFinding } from '../schemas/generated/types.ts';
import { keyOrder, schemaOf } from '../schemas/keyOrder.ts';
import { fromPointer } from '../values/jsonPointer.ts';
import { compareCodePoints } from '../values/order.ts';
import { splitFrontMatter } from '../yaml/frontMatter.ts';
import { findOversize } from '../yaml/limits.ts';
import { readTree } from '../yaml/mend.ts';
import { findNode } from '../yaml/syntax.ts';
import { type Change, excerpt, type Finding, type Place } from './finding.ts';
import { Lines } from './positions.ts';

/** An edit that carries offsets (UTF-16) beside its range, so that it can be applied without counting again. */
export type LocatedEdit = ReportEdit & { offsets: [number, number] };

/** A finding with everything that a report says of it. */
export interface LocatedFinding extends Omit<ReportFinding, 'fix'> {
  fix: { title: string; edits: LocatedEdit[] } | null;
}

/** `root` parses when it is first asked for: a finding that names its place by offsets, or none, needs no tree. */
interface Source {
  lines: Lines;
  readonly root: Node | null;
  yaml: string;
  offset: number;
}

/**
 * Works out positions, only for what has a finding: files are parsed again here, with positions. `read` gives a file's
 * text, or null. Sorted by file, line, column and code.
 */
export function locateFindings(findings: readonly Finding[], read: (file: string) => string | null): LocatedFinding[] {
  const sources = new Map<string, Source | null>();
  const sourceOf = (file: string): Source | null => {
    let source = sources.get(file);
    if (source === undefined) {
      source = openSource(file, read(file));
      sources.set(file, source);
    }
    return source;
  };
  return findings.map((finding) => locate(finding, sourceOf)).sort(compareFindings);
}

function openSource(file: string, text: string | null): Source | null {
  if (text === null) return null;
  const lines = new Lines(text);
  const isArticle = file.endsWith('.md');
  const parts = isArticle ? splitFrontMatter(text) : { yaml: text, yamlStart: 0 };
  if ('message' in parts || findOversize(text, parts.yaml, isArticle ? 'article' : 'other'))
    return { lines, root: null, yaml: '', offset: 0 };
  const { yaml, yamlStart } = parts;
  let root: Node | null | undefined;
  return {
    lines,
    get root() {
      root ??= readTree(yaml);
      return root;
    },
    yaml,
    offset: yamlStart,
  };
}

function locate(finding: Finding, sourceOf: (file: string) => Source | null): LocatedFinding {
  const { code, severity, file, message, expected, found, hint, fix, related } = finding;
  const resolved: LocatedFinding = {
    code,
    severity,
    file,
    range: rangeOf(finding, sourceOf(file)),
    pointer: finding.pointer ?? '',
    message,
    expected: expected ?? null,
    found: found === undefined ? null : excerpt(found),
    hint: hint ?? null,
    fix: null,
    related: (related ?? []).map((place) => ({
      file: place.file,
      range: rangeOf(place, sourceOf(place.file)),
      message: place.message,
    })),
  };
  if (!fix) return resolved;
  const target = fix.file ?? file;
  const source = sourceOf(target);
  const edits = source ? fix.changes.map((change) => resolve(change, target, source)) : [];
  if (edits.length === 0 || edits.some((edit) => edit === null)) return resolved;
  return { ...resolved, fix: { title: fix.title, edits: edits.filter((edit) => edit !== null) } };
}

function rangeOf(place: Place, source: Source | null): ReportFinding['range'] {
  if (!source) return null;
  if (place.offsets) return source.lines.range(...place.offsets);
  if (place.pointer === undefined) return null;
  const span = offsetsOf(place, source);
  return span ? source.lines.range(...span) : null;
}

/** UTF-16 offsets in the file of what a pointer names; the nearest ancestor where the thing itself is not there. */
function offsetsOf(place: Place, source: Source): [number, number] | null {
  const { pair, node, exact } = findNode(source.root, fromPointer(place.pointer ?? ''));
  const shift = ([start, end]: [number, number]): [number, number] => [
    start + source.offset,
    Math.max(end, start + 1) + source.offset,
  ];
  if (!exact || place.part === 'mapping') {
    const head = headOf(node) ?? headOfPair(pair);
    return head ? shift(head) : null;
  }
  if (place.part === 'key') {
    const key = headOfPair(pair);
    return key ? shift(key) : null;
  }
  if (isScalar(node) && node.range && place.span) return shift(spanInside(node as Node, place.span, source));
  if (node?.range && !isEmptyNode(node)) return shift([node.range[0], node.range[1]]);
  const key = headOfPair(pair);
  return key ? shift(key) : null;
}

function isEmptyNode(node: Node): boolean {
  return !node.range || node.range[0] === node.range[1];
}

/**
 * Where a mapping or sequence is pointed at: its `id`, which says whose it is wherever it stands among the keys, else
 * its first key, so that the mark stays on one line.
 */
function headOf(node: Node | null): [number, number] | null {
  if (isMap(node)) {
    const named = node.items.find(({ key }) => isScalar(key) && key.value === 'id') ?? node.items[0];
    return headOfPair(named as Pair | undefined) ?? (node.range ? [node.range[0], node.range[0] + 1] : null);
  }
  if (isCollection(node) && node.range) return [node.range[0], node.range[0] + 1];
  return node?.range ? [node.range[0], node.range[1]] : null;
}

function headOfPair(pair: Pair | null | undefined): [number, number] | null {
  const range = (pair?.key as Node | undefined)?.range;
  return range ? [range[0], range[1]] : null;
}

/** Maps code points of a scalar's value into the file where the value stands there as it is; else the whole scalar. */
function spanInside(node: Node, [from, to]: [number, number], source: Source): [number, number] {
  const [start, end] = node.range as [number, number, number];
  const value = isScalar(node) ? String(node.value) : '';
  const written = source.lines.text.slice(start + source.offset, end + source.offset);
  const at = written.indexOf(value);
  if (at < 0) return [start, end];
  const points = [...value];
  const before = points.slice(0, from).join('').length;
  const inside = points.slice(from, to).join('').length;
  return [start + at + before, start + at + before + inside];
}

function resolve(change: Change, file: string, source: Source): LocatedEdit | null {
  if (change.kind === 'splice') return toEdit(file, source, change.offsets, change.text);
  const { lines, root, offset, yaml } = source;
  const schema = schemaOf(file);
  const orderOf = (tokens: readonly string[]) => (schema === null ? null : keyOrder(schema, tokens));
  const splice = resolveChange({ yaml, root, orderOf }, change);
  return splice && toEdit(file, { lines }, [splice.start + offset, splice.end + offset], splice.text);
}

function toEdit(file: string, source: Pick<Source, 'lines'>, offsets: [number, number], text: string): LocatedEdit {
  return { file, range: source.lines.range(...offsets), text, offsets };
}

/** Findings in the order of files and lines. */
export function compareFindings(a: LocatedFinding, b: LocatedFinding): number {
  return (
    compareCodePoints(a.file, b.file) ||
    (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0) ||
    (a.range?.start.column ?? 0) - (b.range?.start.column ?? 0) ||
    compareCodePoints(a.code, b.code) ||
    compareCodePoints(a.message, b.message)
  );
}
