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

/** What is wrong with the YAML itself; offsets are UTF-16 units in the text, end exclusive. */
export interface SyntaxProblem {
  kind: 'syntax' | 'duplicate-key' | 'reference' | 'tag' | 'documents';
  start: number;
  end: number;
  message: string;
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
  try {
    return parse(text);
  } catch (error) {
    // The parser recurses: a stack that overflows is the mark of absurd nesting, never of an honest label.
    if (!(error instanceof RangeError)) throw error;
    const problem: SyntaxProblem = {
      kind: 'syntax',
      start: 0,
      end: Math.min(1, text.length),
      message: 'The nesting is too deep to be read.',
    };
    return { root: null, problems: [problem], value: undefined };
  }
}

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
    problems.push({ kind, start, end: Math.max(end, start + 1), message: plainMessage(error.message) });
  }
  collectProblems(document, problems);
  return { root: document.contents, problems, value: plainValue(document.contents) ?? null };
}

function plainMessage(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

function collectProblems(document: Document.Parsed, problems: SyntaxProblem[]): void {
  visit(document, {
    Alias(_, node) {
      const [start, end] = node.range ?? [0, 1];
      problems.push({ kind: 'reference', start, end, message: 'Aliases are not allowed: write the value out.' });
    },
    Node(_, node) {
      const anchor = 'anchor' in node ? node.anchor : undefined;
      if (anchor && node.range && !isAlias(node)) {
        const [start] = node.range;
        problems.push({ kind: 'reference', start, end: node.range[1], message: 'Anchors are not allowed.' });
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
