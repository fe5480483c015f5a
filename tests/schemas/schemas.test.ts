// The schemas themselves: each property explains itself, each restriction has a value that it accepts and one that it
// refuses.
import { describe, expect, test } from 'vitest';
import type { SchemaNode } from '../../scripts/schemas/derive/source.ts';
import { SCHEMAS } from '../../scripts/schemas/generated/registry.ts';
import { createAjv } from '../../scripts/schemas/validator.ts';

const ajv = createAjv();

/** Every property of every schema with the pointer of its own schema. */
function* listProperties(
  node: unknown,
  pointer: string,
): Generator<{ pointer: string; name: string; schema: SchemaNode }> {
  if (node === null || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties') {
      for (const [name, schema] of Object.entries(value as Record<string, SchemaNode>))
        yield { pointer: `${pointer}/properties/${name}`, name, schema };
    }
    if (key !== 'examples') yield* listProperties(value, `${pointer}/${key}`);
  }
}

const properties = Object.entries(SCHEMAS).flatMap(([path, schema]) =>
  [...listProperties(schema, `${path}#`)].map((entry) => ({ ...entry, path })),
);
const accepts = (pointer: string, value: unknown) => {
  const [path = '', fragment = ''] = pointer.split('#');
  return ajv.validate({ $ref: `${path}#${fragment}` }, value) as boolean;
};

test('every property has a title, a description and an example', () => {
  const silent = properties.filter(({ schema }) => !schema.title || !schema.description || !schema.examples?.length);
  expect(silent.map(({ pointer }) => pointer)).toEqual([]);
});

// A project may have settings and change none of them.
const MAY_BE_EMPTY = ['defs.schema.json', 'raw/config.schema.json'];
test.each(Object.keys(SCHEMAS).filter((path) => !MAY_BE_EMPTY.includes(path)))('%s refuses {}', (path) => {
  expect(accepts(`${path}#`, {})).toBe(false);
});

/** The schema that restricts a property: behind a reference, or the branch that is not null. */
function resolve(schema: SchemaNode, path: string): SchemaNode {
  if (schema.$ref) {
    const [file, fragment = ''] = schema.$ref.split('#');
    const target = file ? new URL(file, `schema:///${path}`).pathname.slice(1) : path;
    const found = fragment
      .split('/')
      .slice(1)
      .reduce(
        (node, key) => (node as Record<string, unknown>)[key],
        SCHEMAS[target as keyof typeof SCHEMAS] as unknown,
      );
    return resolve(found as SchemaNode, target);
  }
  const branch = schema.anyOf?.find((option) => option.type !== 'null');
  return branch ? resolve(branch, path) : schema;
}

describe.each(properties.map((entry) => [entry.pointer, entry] as const))('%s', (pointer, { schema, path }) => {
  const rule = resolve(schema, path) as SchemaNode & { pattern?: string; format?: string; minimum?: number };

  if (
    !rule.properties &&
    rule.type !== 'object' &&
    !(rule.type === 'array' && resolve(rule.items ?? {}, path).properties)
  ) {
    test('accepts its examples', () => {
      for (const example of schema.examples ?? [])
        expect([example, accepts(pointer, example)]).toEqual([example, true]);
    });
  }
  if (rule.enum) {
    test('accepts each value of its list and no other', () => {
      for (const value of rule.enum ?? []) expect(accepts(pointer, value)).toBe(true);
      expect(accepts(pointer, 'surely-not-in-any-list')).toBe(false);
    });
  }
  if (rule.pattern || rule.format) {
    test('refuses text of another form', () => {
      expect(accepts(pointer, ' \n')).toBe(false);
      expect(accepts(pointer, '')).toBe(false);
    });
  }
  if (rule.minimum !== undefined)
    test('refuses what is below its minimum', () => expect(accepts(pointer, (rule.minimum ?? 0) - 1)).toBe(false));
  if (rule.properties || rule.type === 'object')
    test('refuses text', () => expect(accepts(pointer, 'text')).toBe(false));
  else if (rule.type) test('refuses another type', () => expect(accepts(pointer, { surely: 'no' })).toBe(false));
});

describe('every required key', () => {
  const objects = Object.entries(SCHEMAS).flatMap(([path, schema]) => [...listObjects(schema, `${path}#`)]);
  test.each(objects.map(({ pointer, schema }) => [pointer, schema] as const))('%s', (pointer, schema) => {
    for (const key of schema.required ?? []) {
      accepts(pointer, {});
      const missing = (ajv.errors ?? [])
        .filter((error) => error.keyword === 'required')
        .map((error) => (error.params as { missingProperty: string }).missingProperty);
      expect(missing).toContain(key);
      expect(schema.properties).toHaveProperty([key]);
    }
  });
});

function* listObjects(node: unknown, pointer: string): Generator<{ pointer: string; schema: SchemaNode }> {
  if (node === null || typeof node !== 'object') return;
  const schema = node as SchemaNode;
  if (schema.required && schema.properties) yield { pointer, schema };
  for (const [key, value] of Object.entries(node))
    if (key !== 'examples') yield* listObjects(value, `${pointer}/${key}`);
}
