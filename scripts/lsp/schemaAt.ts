// A place in a file → what its schema says of it.
import type { SchemaNode } from '../schemas/derive/source.ts';
import { SCHEMAS, type SchemaPath } from '../schemas/generated/registry.ts';

const ALL = SCHEMAS as unknown as Readonly<Record<string, SchemaNode>>;

/** What may stand at a place: the schema with its references followed, and whether null may. */
export interface Form {
  schema: SchemaNode;
  nullable: boolean;
}

/** The form of the value at a path of keys and numbers; null where the schema knows no such place. */
export function formAt(schema: SchemaPath, path: readonly string[]): Form | null {
  let form: Form | null = follow(ALL[schema] ?? {}, schema);
  let within = schema as string;
  for (const key of path) {
    const next: SchemaNode | undefined | null = form && step(form.schema, key);
    if (!next) return null;
    within = fileOf(next, within);
    form = follow(next, within);
  }
  return form;
}

/** What a value may be where only some are allowed; empty where others are. */
export function choicesOf({ schema, nullable }: Form): (string | number | boolean | null)[] {
  const { enum: choices, const: only, type } = schema;
  const own = choices ?? (only !== undefined ? [only] : type === 'boolean' ? [true, false] : []);
  if (own.length === 0) return [];
  return [...new Set([...(own as string[]), ...(nullable ? [null] : [])])];
}

/** Keys that must be given, those that are needed of what is read here among them. */
export function neededKeys({ schema }: Form): ReadonlySet<string> {
  return new Set([...(schema.required ?? []), ...(schema['x-needed'] ?? [])]);
}

function step({ properties, items, additionalProperties }: SchemaNode, key: string): SchemaNode | null {
  if (properties && Object.hasOwn(properties, key)) return properties[key] ?? null;
  if (items && /^\d+$/.test(key)) return items;
  return typeof additionalProperties === 'object' ? additionalProperties : null;
}

/** References of a schema's file are relative to that file; those that lead out of it all lead to shared forms. */
function fileOf({ $ref, anyOf }: SchemaNode, within: string): string {
  const reference = $ref ?? anyOf?.find((option) => option.$ref)?.$ref;
  const name = reference?.split('#')[0]?.replace(/^(?:\.\.?\/)+/, '') ?? '';
  return name === '' ? within : (Object.keys(ALL).find((path) => path.endsWith(name)) ?? within);
}

function follow(node: SchemaNode, within: string): Form {
  const { anyOf, $ref, ...own } = node;
  if (anyOf) {
    const option = anyOf.find(({ type }) => type !== 'null') ?? {};
    const { schema } = follow(option, within);
    return { schema: { ...schema, ...own }, nullable: anyOf.some(({ type }) => type === 'null') };
  }
  if ($ref !== undefined) {
    const pointer = $ref.slice($ref.indexOf('#') + 1);
    let target: unknown = ALL[fileOf(node, within)];
    for (const key of pointer.split('/').slice(1)) target = (target as Record<string, unknown> | undefined)?.[key];
    const { schema, nullable } = follow((target as SchemaNode | undefined) ?? {}, fileOf(node, within));
    return { schema: { ...schema, ...own }, nullable };
  }
  const nullable = node.enum?.includes(null) || [node.type].flat().includes('null');
  return { schema: node, nullable: nullable ?? false };
}
