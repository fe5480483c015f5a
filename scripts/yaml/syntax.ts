// YAML text → syntax tree with positions, syntax problems, and the value as far as it can be read.
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  visit,
  type YAMLMap,
} from 'yaml';
import { toPointer } from '../values/jsonPointer.ts';
import { findExcessiveDepth } from './depth.ts';

/** What is wrong with the YAML itself; offsets are UTF-16 units in the text, end exclusive. */
export interface SyntaxProblem {
  kind: 'syntax' | 'duplicate-key' | 'reference' | 'tag' | 'documents';
  start: number;
  end: number;
  message: string;
  /** JSON Pointer of the value that cannot be known, for an alias. */
  pointer?: string;
  /** Where the key was first used, for `duplicate-key`. */
  first?: { start: number; end: number };
}

/** The tree of one document. `root` is null for an empty text. */
export interface Syntax {
  root: Node | null;
  problems: SyntaxProblem[];
  /** The value, or undefined where an error leaves none that can be trusted. */
  value: unknown;
}

/**
 * Parses with positions (slow path). Refuses what a label never needs and what can be used to attack: anchors, aliases, tags, several documents,
 * keys that are no plain text, nesting too deep to be read.
 */
export function parseSyntax(text: string): Syntax {
  const deep = findExcessiveDepth(text);
  if (deep !== null) return refuseDepth(deep);
  try {
    return parse(text);
  } catch (error) {
    // The parser recurses: a stack that overflows is the mark of absurd nesting, never of an honest label.
    if (!(error instanceof RangeError)) throw error;
    return refuseDepth(0);
  }
}

function refuseDepth(start: number): Syntax {
  const problem: SyntaxProblem = { kind: 'syntax', start, end: start + 1, message: TOO_DEEP };
  return { root: null, problems: [problem], value: undefined };
}

/** More than these are one attack, not many mistakes. */
const MOST_REFERENCES = 20;
const TOO_DEEP = 'The nesting is too deep to be read.';

function parse(text: string): Syntax {
  const problems: SyntaxProblem[] = [];
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  }) as Document.Parsed[];
  const directive = /^%.*/m.exec(text);
  if (directive) {
    const { index, 0: line } = directive;
    problems.push({ kind: 'syntax', start: index, end: index + line.length, message: 'Directives are not allowed.' });
  }
  const document = documents[0];
  if (!document) return { root: null, problems, value: null };
  if (documents.length > 1) {
    const start = documents[1]?.range[0] ?? text.length;
    problems.push({
      kind: 'documents',
      start,
      end: Math.min(start + 3, text.length),
      message: 'A second YAML document begins here.',
    });
  }
  for (const error of [...document.errors, ...document.warnings]) {
    const [start, end] = error.pos;
    const kind = error.code === 'TAG_RESOLVE_FAILED' ? 'tag' : 'syntax';
    const message = plainMessage(error.message);
    const opening = error.message.startsWith('Flow ') ? findOpening(text, start) : -1;
    const from = opening < 0 ? start : opening;
    problems.push({
      kind,
      start: from,
      end: kind === 'tag' ? end : endOfMark(text, from, opening < 0 ? end : from),
      message,
    });
  }
  const isWorthIt = collectProblems(document, problems);
  const value = isWorthIt ? (plainValue(document.contents) ?? null) : undefined;
  return { root: document.contents, problems, value };
}

/** The bracket that is not closed before an offset, or -1. The parser marks where it gave up, which is often lines below. */
function findOpening(text: string, before: number): number {
  let open = 0;
  for (let i = before - 1; i >= 0 && before - i < 10_000; i--) {
    const char = text.charCodeAt(i);
    if (char === 0x5d || char === 0x7d) open++;
    else if (char === 0x5b || char === 0x7b) {
      if (open === 0) return i;
      open--;
    }
  }
  return -1;
}

/** The parser often marks one sign; the rest of its line shows better what it stumbled over. */
function endOfMark(text: string, start: number, end: number): number {
  if (end > start + 1) return end;
  const stop = text.indexOf('\n', start);
  const line = text.slice(start, Math.min(stop < 0 ? text.length : stop, start + 200));
  return Math.max(start + line.trimEnd().length, start + 1);
}

/** What the parser's commonest complaints mean to somebody who does not know YAML. */
const PLAIN_WORDS: readonly [RegExp, string][] = [
  [/call stack/, TOO_DEEP],
  [/^Flow /, 'The bracket that is opened here is not closed.'],
  [/^Missing closing/, 'A quotation mark is opened and not closed.'],
  [/same column/, 'A line is indented differently from the lines that it belongs to.'],
  [/^Nested mappings/, 'A colon and a space inside a text begin another key: put the whole text into quotation marks.'],
  [/^Plain value cannot start/, 'A text cannot begin with this sign: put the whole text into quotation marks.'],
  [/^Implicit keys need/, 'A colon is missing on this line, or it is indented differently from the line above.'],
  [
    /^Unexpected scalar at node end/,
    'Something stands after the end of the value: put the whole text into quotation marks.',
  ],
  [/^Unresolved tag/, 'Tags are not allowed.'],
];

function plainMessage(message: string): string {
  const line = message.split('\n')[0] ?? message;
  const plain = PLAIN_WORDS.find(([pattern]) => pattern.test(line))?.[1];
  return plain ?? (/[.!?]$/.test(line) ? line : `${line}.`);
}

/** Adds what is wrong in a tree that could be parsed. False where so much is, that its value is not worth looking at. */
function collectProblems(document: Document.Parsed, problems: SyntaxProblem[]): boolean {
  const references: SyntaxProblem[] = [];
  visit(document, {
    Alias(_, node, path) {
      const [start, end] = node.range ?? [0, 1];
      const message = 'Aliases are not allowed: write the value out.';
      references.push({ kind: 'reference', start, end, message, pointer: pointerOf(path, node) });
    },
    Node(_, node) {
      const anchor = 'anchor' in node ? node.anchor : undefined;
      if (anchor && node.range && !isAlias(node)) {
        const [start, end] = node.range;
        references.push({ kind: 'reference', start, end, message: 'Anchors are not allowed.' });
      }
      // Only a tag that is written out is kept; one that cannot be resolved has been reported.
      if (node.tag && node.range && !isAlias(node) && !problems.some(({ kind }) => kind === 'tag')) {
        problems.push({ kind: 'tag', start: node.range[0], end: node.range[1], message: 'Tags are not allowed.' });
      }
    },
    Map(_, map) {
      collectKeys(map, problems);
    },
  });
  const [first] = references;
  if (!first || references.length <= MOST_REFERENCES) {
    problems.push(...references);
    return true;
  }
  const message = `Anchors and aliases are not allowed: write the values out. There are ${references.length} in this file.`;
  problems.push({ ...first, message });
  return false;
}

/** The pointer of a node from the nodes and pairs above it. */
function pointerOf(path: readonly unknown[], node: Node): string {
  const tokens: string[] = [];
  path.forEach((parent, i) => {
    const child = path[i + 1] ?? node;
    if (isPair(parent)) tokens.push(isScalar(parent.key) ? String(parent.key.value) : '');
    else if (isSeq(parent)) tokens.push(String(parent.items.indexOf(child)));
  });
  return toPointer(tokens);
}

function collectKeys(map: YAMLMap, problems: SyntaxProblem[]): void {
  const seen = new Map<string, { start: number; end: number }>();
  for (const pair of map.items) {
    const place = keyPlace(pair);
    if (!isScalar(pair.key) || pair.key.value === null || typeof pair.key.value === 'object') {
      problems.push({ kind: 'syntax', ...place, message: 'A key must be plain text.' });
      continue;
    }
    const key = String(pair.key.value);
    const first = seen.get(key);
    if (first) problems.push({ kind: 'duplicate-key', ...place, message: `The key \`${key}\` is given twice.`, first });
    else seen.set(key, place);
  }
}

function keyPlace(pair: Pair): { start: number; end: number } {
  const range = (pair.key as Node | null)?.range ?? (pair.value as Node | null)?.range;
  const start = range?.[0] ?? 0;
  return { start, end: Math.max(range?.[1] ?? 0, start + 1) };
}

/** Like `toJS`, but the first of two equal keys wins, aliases read as null, and `__proto__` is a key like any other. */
function plainValue(node: unknown): unknown {
  if (isMap(node)) {
    const entries = new Map<string, unknown>();
    for (const pair of node.items) {
      if (!isScalar(pair.key) || pair.key.value === null) continue;
      const key = String(pair.key.value);
      if (!entries.has(key)) entries.set(key, plainValue(pair.value));
    }
    return Object.fromEntries(entries);
  }
  if (isSeq(node)) return node.items.map(plainValue);
  if (isScalar(node)) return node.value;
  return null;
}

/** A step down the tree: the pair (for a mapping) and the node that a pointer's token names. */
export interface Found {
  pair: Pair | null;
  node: Node | null;
}

/** Finds what a JSON Pointer names; stops at the deepest ancestor that exists and says so with `exact: false`. */
export function findNode(root: Node | null, tokens: readonly string[]): Found & { exact: boolean } {
  let found: Found = { pair: null, node: root };
  for (const token of tokens) {
    const next: Found | null = step(found.node, token);
    if (!next) return { ...found, exact: false };
    found = next;
  }
  return { ...found, exact: true };
}

function step(node: Node | null, token: string): Found | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === token);
    return pair ? { pair, node: (pair.value as Node | null) ?? null } : null;
  }
  if (isSeq(node)) {
    const item = node.items[Number(token)];
    return item === undefined ? null : { pair: null, node: item as Node };
  }
  return null;
}

/** A plain scalar (without quotation marks) that is a value: as written and as read, where it stands, and the key that it, or its list, is given under. */
export interface PlainScalar {
  text: string;
  value: unknown;
  start: number;
  end: number;
  pointer: string;
  key: string;
}

/** Lists the plain scalars of a text in their order; empty where the text cannot be parsed at all. */
export function listPlainScalars(text: string): PlainScalar[] {
  const found: PlainScalar[] = [];
  const walk = (node: unknown, tokens: readonly string[], key: string): void => {
    if (isMap(node)) {
      for (const pair of node.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        walk(pair.value, [...tokens, name], name);
      }
    } else if (isSeq(node)) for (const [i, item] of node.items.entries()) walk(item, [...tokens, String(i)], key);
    else if (isScalar(node) && node.type === 'PLAIN' && node.range) {
      const [start, end] = node.range;
      found.push({ text: text.slice(start, end), value: node.value, start, end, pointer: toPointer(tokens), key });
    }
  };
  walk(parseSyntax(text).root, [], '');
  return found;
}
