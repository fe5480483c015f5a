// An article and what its schema needs → the keys that are empty although nothing excuses it.
import { toPointer } from '../values/jsonPointer.ts';
import type { SchemaNode } from './derive/source.ts';
import { SCHEMAS } from './generated/registry.ts';
import { describeType, type SchemaProblem } from './problems.ts';

const ARTICLE = SCHEMAS['raw/article.schema.json'] as unknown as SchemaNode;
const CLAIM = ARTICLE.$defs?.['claim'] as SchemaNode;
const EVIDENCE = ARTICLE.$defs?.['evidence'] as SchemaNode;
const DEFINITIONS = SCHEMAS['defs.schema.json'].$defs as unknown as Record<string, SchemaNode>;

/**
 * What a schema says in `x-needed`: keys that may be null, or left out, only in what comes from elsewhere, that is in a
 * collection and in a claim of the status `imported`. `value` is any value; what is no article has no problems here.
 */
export function findNeeded(value: unknown): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  if (!isMapping(value) || value['kind'] === 'collection') return problems;
  look(value, ARTICLE, [], problems);
  forEachMapping(value['claims'], (claim, i) => {
    if (claim['status'] === 'imported') return;
    look(claim, CLAIM, ['claims', String(i)], problems);
    forEachMapping(claim['evidence'], (item, n) =>
      look(item, EVIDENCE, ['claims', String(i), 'evidence', String(n)], problems),
    );
  });
  return problems;
}

function look(value: Mapping, schema: SchemaNode, at: readonly string[], problems: SchemaProblem[]): void {
  for (const key of schema['x-needed'] ?? []) {
    const found = value[key];
    if (found === undefined)
      problems.push({ kind: 'missing-key', pointer: toPointer([...at, key]), expected: `the key \`${key}\``, found });
    else if (found === null) problems.push(refuseNull(schema.properties?.[key] ?? {}, toPointer([...at, key])));
  }
}

/** The problem that null is where the schema would not let it be null. */
function refuseNull({ anyOf: [form = {}] = [], enum: choices }: SchemaNode, pointer: string): SchemaProblem {
  if (choices) {
    const others = choices.filter((choice) => choice !== null);
    return { kind: 'choice', pointer, expected: `one of ${others.join(', ')}`, found: null };
  }
  const name = /#\/\$defs\/(\w+)$/.exec(form.$ref ?? '')?.[1];
  const body = name === undefined ? form : (DEFINITIONS[name] ?? form);
  const expected = body['x-expected'] ?? describeType(body.type ?? 'object');
  return { kind: 'type', pointer, expected, found: null, form: body };
}

type Mapping = Record<string, unknown>;

function isMapping(value: unknown): value is Mapping {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function forEachMapping(list: unknown, visit: (item: Mapping, i: number) => void): void {
  if (Array.isArray(list)) for (let i = 0; i < list.length; i++) if (isMapping(list[i])) visit(list[i], i);
}
