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
import { explainComplaint, TOO_DEEP } from './mistakes.ts';

/** What is wrong with the YAML itself; offsets are UTF-16 units in the text, end exclusive. */
export interface SyntaxProblem {
  kind: 'syntax' | 'duplicate-key' | 'reference' | 'tag' | 'documents';
  start: number;
  end: number;
  message: string;
  /** JSON Pointer of the value that cannot be known: an alias, or an entry that runs into the next. */
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
 * Parses with positions (slow path). Refuses what a label never needs and what can be used to attack: anchors,
 * aliases, tags, several documents,
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

/** What comes after so many errors follows from them. */
const MOST_ERRORS = 20;
/** More than these are one attack, not many mistakes. */
const MOST_REFERENCES = 20;

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
  for (const error of [...document.errors, ...document.warnings].slice(0, MOST_ERRORS)) {
    const [start, end] = error.pos;
    const kind = error.code === 'TAG_RESOLVE_FAILED' ? 'tag' : 'syntax';
    problems.push({ kind, ...explainComplaint(text, error.message, start, end) });
  }
  const isWorthIt = collectProblems(document, problems);
  const value = isWorthIt ? (plainValue(document.contents) ?? null) : undefined;
  return { root: document.contents, problems, value };
}

/**
 * Adds what is wrong in a tree that could be parsed. False where so much is, that its value is not worth looking at.
 */
function collectProblems(document: Document.Parsed, problems: SyntaxProblem[]): boolean {
  const references: SyntaxProblem[] = [];
  visit(document, {
    Alias(_, node, path) {
      const [start, end] = node.range ?? [0, 1];
      const message = 'Aliases are not allowed: write the value out.';
      // Of many, the places of which are costly to find, the first alone is told.
      const place = references.length < MOST_REFERENCES ? { pointer: pointerOf(path, node) } : {};
      references.push({ kind: 'reference', start, end, message, ...place });
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
    Map(_, map, path) {
      collectKeys(map, problems, isSeq(path.at(-1)) ? () => pointerOf(path, map) : null);
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

/** So many keys that come again behind the first one are another entry, whose dash is missing. */
const ENTRY = 3;

/** `pointer` gives the place of a mapping that is an entry of a list. */
function collectKeys(map: YAMLMap, problems: SyntaxProblem[], pointer: (() => string) | null): void {
  const seen = new Map<string, { start: number; end: number }>();
  const doubles: (SyntaxProblem & { key: string })[] = [];
  for (const pair of map.items) {
    const place = keyPlace(pair);
    if (!isScalar(pair.key) || pair.key.value === null || typeof pair.key.value === 'object') {
      problems.push({ kind: 'syntax', ...place, message: 'A key must be plain text.' });
      continue;
    }
    const key = String(pair.key.value);
    const first = seen.get(key);
    if (!first) seen.set(key, place);
    else doubles.push({ key, kind: 'duplicate-key', ...place, message: `The key \`${key}\` is given twice.`, first });
  }
  const [head] = seen.keys();
  const begins = pointer ? doubles.findIndex(({ key }) => key === head) : -1;
  const isEntry = pointer !== null && begins >= 0 && doubles.length - begins > ENTRY;
  for (const { key, ...problem } of isEntry ? doubles.slice(0, begins + 1) : doubles) {
    if (!isEntry || key !== head) problems.push(problem);
    else {
      const message = `All keys are given again from \`${key}\` on: a \`- \` is missing before it, with which another entry begins.`;
      problems.push({ ...problem, message, pointer: pointer() });
    }
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

/**
 * A plain scalar (without quotation marks) that is a value: as written and as read, where it stands, and the key that
 * it, or its list, is given under.
 */
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
