// A sound value that leaves keys out, and its schema → the whole value, with what they stand for in their place.
import type { SchemaNode } from './derive/source.ts';
import { SCHEMAS, type SchemaPath } from './generated/registry.ts';

type Fill = (value: unknown) => unknown;

/**
 * What a key stands for where it is left out: the schema's `default`, null where the schema allows it, an empty list
 * for a list; undefined where there is nothing sensible.
 */
export function defaultOf({ anyOf, default: named, enum: choices, type }: SchemaNode): string | null | [] | undefined {
  if (named !== undefined) return named;
  const none = anyOf?.some((option) => option.type === 'null') || choices?.includes(null);
  if (none || [type].flat().includes('null')) return null;
  return type === 'array' ? [] : undefined;
}

/** Schemas whose values may leave keys out: what stands in their types is the whole value. */
export const FILLED: readonly string[] = ['raw/article.schema.json', 'raw/verdicts.schema.json'];

const fills = new Map<string, Fill>();

/** The value with what it leaves out, in a new object: the one that is given is not changed. */
export function fillDefaults(path: SchemaPath, value: unknown, definition?: string): unknown {
  return fillAt(definition === undefined ? '' : `/$defs/${definition}`, path)(value);
}

/** The function of a schema, by its place. It is listed before it is made, since schemas may refer to themselves. */
function fillAt(pointer: string, path: string): Fill {
  const address = `${path}#${pointer}`;
  const known = fills.get(address);
  if (known) return known;
  let made: Fill | null = null;
  fills.set(address, (value) => (made ? made(value) : value));
  let node: unknown = (SCHEMAS as Record<string, object>)[path];
  for (const key of pointer.split('/').slice(1)) node = (node as Record<string, unknown>)[key];
  made = fillOf(node as SchemaNode, path) ?? ((value) => value);
  fills.set(address, made);
  return made;
}

/** Null where no value of the schema can leave anything out. */
function fillOf({ $ref, anyOf, items, properties, required = [] }: SchemaNode, path: string): Fill | null {
  if ($ref !== undefined) return $ref.startsWith('#') ? fillAt($ref.slice(1), path) : null;
  if (anyOf) {
    const fill = anyOf.map((option) => fillOf(option, path)).find((one) => one !== null);
    return fill ? (value) => (value === null ? null : fill(value)) : null;
  }
  if (items) {
    const fill = fillOf(items, path);
    // What the schema refuses is left as it is.
    return fill && ((value) => (Array.isArray(value) ? fillList(value, fill) : value));
  }
  if (!properties) return null;
  const keys = Object.entries(properties).map(([key, node]) => ({
    key,
    absent: required.includes(key) ? undefined : defaultOf(node),
    fill: fillOf(node, path),
  }));
  if (keys.every(({ absent, fill }) => absent === undefined && !fill)) return null;
  return (value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    const written = value as Record<string, unknown>;
    // The keys in the schema's order, whatever the order they were written in: values of one kind have one shape.
    const whole: Record<string, unknown> = {};
    let known = 0;
    for (const { key, absent, fill } of keys) {
      const old = written[key];
      if (old !== undefined) known++;
      const filled = old === undefined ? (Array.isArray(absent) ? [] : absent) : fill ? fill(old) : old;
      if (filled !== undefined) whole[key] = filled;
    }
    // What the schema does not know is the schema's finding, and stays.
    return known === Object.keys(written).length ? whole : { ...written, ...whole };
  };
}

function fillList(list: unknown[], fill: Fill): unknown[] {
  let whole = list;
  for (let i = 0; i < list.length; i++) {
    const filled = fill(list[i]);
    if (filled === list[i]) continue;
    if (whole === list) whole = [...list];
    whole[i] = filled;
  }
  return whole;
}
