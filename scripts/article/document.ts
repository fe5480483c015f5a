// YAML text and its schema → value and drafts of findings; the same for articles, vocabularies and settings.
import type { Draft } from '../findings/finding.ts';
import { collectErrors } from '../schemas/collectErrors.ts';
import type { SchemaPath } from '../schemas/generated/registry.ts';
import { findNeeded } from '../schemas/needed.ts';
import { explainErrors, type SchemaProblem } from '../schemas/problems.ts';
import { validatorOf } from '../schemas/validator.ts';
import { fromPointer, toPointer } from '../values/jsonPointer.ts';
import { findExcess, mayHold } from '../yaml/limits.ts';
import { mendYaml } from '../yaml/mend.ts';
import { readYaml } from '../yaml/readYaml.ts';
import { parseSyntax, type Syntax, type SyntaxProblem } from '../yaml/syntax.ts';
import { writtenIn } from '../yaml/written.ts';
import { draftProblems, syntaxDraft, unreadableDraft } from './drafts.ts';

/**
 * What a text holds. `problems` are what the schema refuses; `value` is undefined where no YAML could be read at all.
 */
export interface Decoded {
  value: unknown;
  problems: SchemaProblem[];
  drafts: Draft[];
}

/** So many errors of one file are explained: a thousand times what a day of honest labelling brings about. */
const MOST_ERRORS = 2000;

/**
 * Reads YAML and judges it by a schema. `offset` says where the YAML begins in the file.
 * Never throws for anything that a file may hold.
 */
export function decodeDocument(file: string, yaml: string, offset: number, schema: SchemaPath): Decoded {
  const drafts: Draft[] = [];
  let removed: readonly string[] = [];
  let value = readYaml(yaml);
  const isPlain = value !== undefined;
  if (!isPlain) {
    const read = readBroken(yaml);
    for (const problem of read.problems) drafts.push(syntaxDraft(file, offset, problem));
    if (!read.syntax) return { value: undefined, problems: [], drafts };
    removed = read.removed;
    value = read.syntax.value;
    if (value === undefined) return { value, problems: [], drafts };
  }
  const kind = schema === 'raw/article.schema.json' ? 'article' : 'other';
  // Without aliases a value takes a character at least.
  const excess = isPlain && mayHold(yaml.length, kind) ? null : findExcess(value, kind);
  if (excess) return { value: undefined, problems: [], drafts: [unreadableDraft(file, excess)] };
  const validate = validatorOf(schema);
  const errors = collectErrors(validate, value, MOST_ERRORS);
  const explain = (found: Parameters<typeof explainErrors>[0]) => {
    const told = explainErrors(found);
    return kind === 'article' ? [...told, ...listUntold(findNeeded(value), told)] : told;
  };
  const problems = explain(errors.slice(0, MOST_ERRORS));
  // What was taken out with an error of syntax is missing for that reason alone.
  const own =
    removed.length === 0
      ? problems
      : problems.filter(({ pointer }) => !removed.some((part) => isAtOrBelow(pointer, part)));
  const todo = findPlaceholders(value);
  for (const { pointer, text } of todo)
    drafts.push({
      code: 'A22',
      file,
      pointer,
      expected: 'what a person has decided',
      found: text,
      hint: 'decide it, or write null where the schema allows it',
    });
  const told = own.filter(({ pointer }) => !todo.some((place) => place.pointer === pointer));
  for (const draft of draftProblems({ file, offset, writtenAt: writtenIn(yaml) }, told)) drafts.push(draft);
  if (errors.length > MOST_ERRORS) {
    drafts.push({
      code: 'A15',
      file,
      pointer: '',
      message: `More than ${MOST_ERRORS} things are wrong in this file; what comes after them is not shown, and nothing else is judged.`,
      hint: 'put the first ones right and run again',
    });
    return { value: undefined, problems, drafts };
  }
  // Rules leave alone what is not there, and what nobody has decided yet.
  const open = [...removed, ...todo.map(({ pointer }) => pointer)].map(brokenAt);
  if (own.some(({ kind }) => kind === 'unknown-key')) {
    // Under the key that was meant the value is judged like any other; a key that nobody knows takes nothing else with
    // it.
    renameKeys(value, own);
    const renamed = own.filter(({ kind }) => kind === 'unknown-key');
    const rest = explain(collectErrors(validate, value, MOST_ERRORS));
    return { value, problems: [...rest, ...renamed.flatMap(shadowOf), ...open], drafts };
  }
  return { value, problems: [...problems, ...open], drafts };
}

/**
 * The tree of a text that is no plain YAML, or of what can be read of it, and what is wrong: one error of syntax for
 * each part that had to be taken out.
 */
function readBroken(yaml: string): { syntax: Syntax | null; problems: SyntaxProblem[]; removed: readonly string[] } {
  const whole = parseSyntax(yaml);
  const isSyntax = ({ kind }: SyntaxProblem) => kind === 'syntax';
  if (!whole.problems.some(isSyntax)) return { syntax: whole, problems: whole.problems, removed: unknownOf(whole) };
  if (yaml.includes('\t')) {
    // Tabs are a finding of their own; where they are all that is wrong, it is the only one.
    const spaced = parseSyntax(yaml.replaceAll('\t', '  '));
    if (!spaced.problems.some(isSyntax)) return { syntax: spaced, problems: [], removed: [] };
  }
  const mended = mendYaml(yaml);
  // Of several errors in one part all but the first mostly follow from it.
  if (!mended) return { syntax: null, problems: whole.problems.filter(isSyntax).slice(0, 1), removed: [] };
  const problems = [...mended.problems, ...mended.syntax.problems].sort((a, b) => a.start - b.start);
  return { syntax: mended.syntax, problems, removed: [...mended.removed, ...unknownOf(mended.syntax)] };
}

/** Places whose value an alias hides. */
function unknownOf({ problems }: Syntax): string[] {
  return problems.flatMap(({ pointer }) => (pointer === undefined ? [] : [pointer]));
}

/** The needs that no other problem speaks of: a misspelt key is one problem, not also a missing one. */
function listUntold(needs: readonly SchemaProblem[], told: readonly SchemaProblem[]): readonly SchemaProblem[] {
  if (needs.length === 0 || told.length === 0) return needs;
  const known = new Set(told.map(({ pointer }) => pointer));
  for (const problem of told.filter(({ kind }) => kind === 'unknown-key'))
    for (const { pointer } of shadowOf(problem)) known.add(pointer);
  return needs.filter(({ pointer }) => !known.has(pointer));
}

/** `todo` alone, or before what is to be done. In Spanish and Portuguese "Todo" begins sentences, "TODO" headlines. */
const PLACEHOLDER = /^[Tt][Oo][Dd][Oo][^\p{L}\p{M}\p{N}_]*$|^(?:todo|TODO)(?:\s*[:([{]|\s+[-–—]\s)/u;
const [CAPITAL_T, SMALL_T] = [0x54, 0x74];

/** Places of all texts that a person has still to write. */
function findPlaceholders(value: unknown): { pointer: string; text: string }[] {
  const found: { tokens: string[]; text: string }[] = [];
  addPlaceholders(value, found);
  return found.map(({ tokens, text }) => ({ pointer: toPointer(tokens.reverse()), text }));
}

/** Adds what is found with its keys from the innermost to `value`: most texts need none. */
function addPlaceholders(value: unknown, found: { tokens: string[]; text: string }[]): void {
  if (typeof value === 'string') {
    const first = value.charCodeAt(0);
    if ((first === SMALL_T || first === CAPITAL_T) && PLACEHOLDER.test(value)) found.push({ tokens: [], text: value });
  } else if (value !== null && typeof value === 'object') {
    const holder = value as Record<string, unknown>;
    for (const key in holder) {
      const before = found.length;
      addPlaceholders(holder[key], found);
      for (let i = before; i < found.length; i++) found[i]?.tokens.push(key);
    }
  }
}

function isAtOrBelow(pointer: string, part: string): boolean {
  return pointer === part || pointer.startsWith(`${part}/`);
}

function brokenAt(pointer: string): SchemaProblem {
  return { kind: 'missing-key', pointer, expected: '', found: undefined };
}

/** A value under a misspelt key cannot be pointed at by the right one, so rules leave it alone too. */
function shadowOf({ pointer, meant }: SchemaProblem): SchemaProblem[] {
  return meant === undefined ? [] : [brokenAt(pointer.slice(0, pointer.lastIndexOf('/')) + toPointer([meant]))];
}

/** Gives values the keys that were meant, and drops those under keys that nobody knows. */
function renameKeys(value: unknown, problems: readonly SchemaProblem[]): void {
  for (const { kind, pointer, meant } of problems) {
    if (kind !== 'unknown-key') continue;
    const tokens = fromPointer(pointer);
    const key = tokens.pop() ?? '';
    let parent: unknown = value;
    for (const token of tokens) parent = (parent as Record<string, unknown> | null)?.[token];
    if (parent === null || typeof parent !== 'object') continue;
    const holder = parent as Record<string, unknown>;
    if (meant !== undefined && !Object.hasOwn(holder, meant)) holder[meant] = holder[key];
    delete holder[key];
  }
}
