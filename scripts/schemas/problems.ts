// Errors of the schema validator → problems that a person can act on, one a mistake.
import type { ErrorObject } from 'ajv';
import { adviseDate } from '../values/dateText.ts';
import { isDay } from '../values/edtf.ts';
import { toPointer } from '../values/jsonPointer.ts';
import { spellLanguageTag } from '../values/languageTag.ts';
import { findNearest } from '../vocabulary/nearest.ts';
import type { SchemaNode } from './derive/source.ts';

/** One thing that the schema refuses. `pointer` names the value; for unknown and missing keys the key itself. */
export interface SchemaProblem {
  kind: 'unknown-key' | 'missing-key' | 'type' | 'choice' | 'form' | 'bound';
  pointer: string;
  expected: string;
  found: unknown;
  /** The key that was probably meant, or the value. */
  meant?: string;
  /** Why the value cannot be what is wanted, as a sentence. */
  reason?: string;
  /** Whether null may stand here. */
  nullable?: true;
  /** The form that a value of the wrong type was to have. */
  form?: SchemaNode;
  /** How a missing key says that there is nothing, where it may. */
  empty?: 'null' | '[]';
}

/**
 * Translates the errors of one validation (allErrors, verbose). A misspelt key is one problem, not also a missing one;
 * a choice between a form and null speaks only of the form; of several errors at one value the first that explains
 * most stays.
 */
export function explainErrors(errors: readonly ErrorObject[]): SchemaProblem[] {
  const choices = new Set(errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath));
  const nullable = new Set(
    errors.filter((error) => isNullBranch(error, choices)).map(({ instancePath }) => instancePath),
  );
  const relevant = errors.filter(
    (error) => error.keyword !== 'anyOf' && error.keyword !== 'if' && !isNullBranch(error, choices),
  );
  const problems: SchemaProblem[] = [];
  const missing = relevant.filter((error) => error.keyword === 'required');
  const explained = new Set<ErrorObject>();
  for (const error of relevant) {
    if (error.keyword !== 'additionalProperties') continue;
    const key = (error.params as { additionalProperty: string }).additionalProperty;
    const absent = missing.filter((other) => other.instancePath === error.instancePath && !explained.has(other));
    const known = Object.keys((error.parentSchema as SchemaNode).properties ?? {});
    const meant =
      findNearest(key, absent.map(missingKey)) ??
      findNearest(
        key,
        known.filter((name) => !Object.hasOwn(error.data as object, name)),
      );
    const twin = absent.find((other) => missingKey(other) === meant);
    if (twin) explained.add(twin);
    problems.push({
      kind: 'unknown-key',
      pointer: error.instancePath + toPointer([key]),
      expected: `one of ${known.join(', ')}`,
      found: key,
      ...(meant === null ? {} : { meant }),
    });
  }
  const seen = new Set<string>();
  for (const error of relevant) {
    if (error.keyword === 'additionalProperties' || explained.has(error)) continue;
    const problem = explain(error);
    if (nullable.has(error.instancePath) || (error.keyword === 'enum' && (error.schema as unknown[]).includes(null)))
      problem.nullable = true;
    const place = `${problem.kind === 'missing-key' ? 'k' : 'v'}${problem.pointer}`;
    if (!seen.has(place)) problems.push(problem);
    seen.add(place);
  }
  return problems;
}

function missingKey(error: ErrorObject): string {
  return (error.params as { missingProperty: string }).missingProperty;
}

/** In `anyOf: [form, null]` the null branch fails for every wrong value and says nothing. */
function isNullBranch(error: ErrorObject, choices: ReadonlySet<string>): boolean {
  return error.keyword === 'type' && error.schema === 'null' && choices.has(error.instancePath);
}

function explain(error: ErrorObject): SchemaProblem {
  const parent = error.parentSchema as SchemaNode;
  const base = { pointer: error.instancePath, found: error.data };
  switch (error.keyword) {
    case 'required':
      return {
        kind: 'missing-key',
        pointer: error.instancePath + toPointer([missingKey(error)]),
        expected: `the key \`${missingKey(error)}\``,
        found: undefined,
        ...emptyOf(parent.properties?.[missingKey(error)]),
      };
    case 'type':
      return {
        ...base,
        kind: 'type',
        expected: parent['x-expected'] ?? describeType(error.schema as string | string[]),
        form: parent,
      };
    case 'enum':
    case 'const': {
      const choices = error.keyword === 'const' ? [error.schema] : (error.schema as unknown[]);
      const meant =
        typeof error.data === 'string'
          ? findNearest(
              error.data,
              choices.filter((choice) => typeof choice === 'string'),
            )
          : null;
      return {
        ...base,
        kind: 'choice',
        expected: `one of ${choices.map(String).join(', ')}`,
        ...(meant === null ? {} : { meant }),
      };
    }
    case 'propertyNames':
      return {
        ...base,
        kind: 'unknown-key',
        pointer: error.instancePath + toPointer([error.params['propertyName'] as string]),
        expected: 'a name that is known here',
        found: error.params['propertyName'],
      };
    case 'pattern':
    case 'format': {
      return {
        ...base,
        kind: 'form',
        expected: parent['x-expected'] ?? `the form ${String(error.schema)}`,
        ...(error.keyword === 'pattern'
          ? advisePattern(String(error.schema), String(error.data))
          : adviseForm(String(error.schema), String(error.data))),
      };
    }
    default:
      return { ...base, kind: 'bound', expected: describeBound(error) };
  }
}

/** No id is that long. */
const LONGEST_ID = 100;

/** The text without space at its ends, or an id in small letters, where that is all that was wrong. */
function advisePattern(pattern: string, text: string): Pick<SchemaProblem, 'meant'> {
  const trimmed = text.trim();
  const small = text.length <= LONGEST_ID ? [trimmed.toLowerCase()] : [];
  const meant = [trimmed, ...small].find((one) => new RegExp(pattern, 'u').test(one));
  return meant === undefined ? {} : { meant };
}

function adviseForm(form: string, text: string): Pick<SchemaProblem, 'meant' | 'reason'> {
  if (form === 'language-tag') {
    const meant = spellLanguageTag(text);
    return meant === null ? {} : { meant };
  }
  if (form === 'web-address' && /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u.test(text))
    return { reason: `an address begins with its scheme: https://${text.slice(0, 80)}` };
  if (form !== 'edtf' && form !== 'day') return {};
  const advice = adviseDate(text);
  // Where a day is wanted, a month is none.
  return advice === null || ('meant' in advice && form === 'day' && !isDay(advice.meant)) ? {} : advice;
}

function emptyOf(schema: SchemaNode | undefined): Pick<SchemaProblem, 'empty'> {
  const branches = schema?.anyOf ?? [schema];
  if (branches.some((branch) => [branch?.type].flat().includes('null') || branch?.enum?.includes(null)))
    return { empty: 'null' };
  return schema?.type === 'array' ? { empty: '[]' } : {};
}

/** A limit of size in plain words. */
function describeBound({ keyword, params, message }: ErrorObject): string {
  const limit = String((params as { limit?: number }).limit);
  switch (keyword) {
    case 'minimum':
      return `${limit} or more`;
    case 'maximum':
      return `${limit} or less`;
    case 'minLength':
      return `text of ${limit} or more characters`;
    case 'maxLength':
      return `text of at most ${limit} characters`;
    case 'minItems':
      return `a list of ${limit} or more`;
    case 'maxItems':
      return `a list of at most ${limit}`;
    default:
      return `a value that ${message ?? keyword}`;
  }
}

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping with keys',
  null: 'null',
};

/** JSON Schema's type names in plain words. */
export function describeType(type: string | readonly string[]): string {
  return [type]
    .flat()
    .map((name) => TYPE_NAMES[name] ?? name)
    .join(' or ');
}

/** What a value is, in plain words: `the number 1.10`, `a list`, …; `written` is how the file has it. */
export function describeValue(value: unknown, written?: string): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? `\`${value}\`` : `the ${typeof value} ${written ?? String(value)}`;
}
