// A schema with a mistake is told in one line, with its file.
import { expect, test } from 'vitest';
import { listSchemaProblems } from '../../scripts/schemas/checkSchemas.ts';
import { SCHEMAS } from '../../scripts/schemas/generated/registry.ts';

const DEFS = { $defs: { id: { type: 'string', pattern: '^[a-z]+$' } } };

function table(properties: object, required: string[] = []) {
  return { type: 'object', properties, required };
}

test('the schemas of the program have no mistake', () => {
  expect(listSchemaProblems(SCHEMAS)).toEqual([]);
});

test.each([
  ['a pattern that is none', { id: { type: 'string', pattern: '(' } }, /Invalid regular expression/],
  ['a reference to nothing', { id: { $ref: 'defs.schema.json#/$defs/name' } }, /defs\.schema\.json#\/\$defs\/name/],
  ['a reference to no file', { id: { $ref: 'other.schema.json#/$defs/id' } }, /other\.schema\.json/],
  ['a type that does not exist', { id: { type: 'text' } }, /text|type/],
  ['a key that no object has', JSON.parse('{ "__proto__": { "type": "string" } }'), /`__proto__`/],
])('%s', (_, properties, words) => {
  const problems = listSchemaProblems({ 'defs.schema.json': DEFS, 'rows.schema.json': table(properties) });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^schemas\/rows\.schema\.json: .*$/);
  expect(problems[0]).toMatch(words);
});

test('a required key without a property', () => {
  const rows = table({ id: { $ref: 'defs.schema.json#/$defs/id' } }, ['id', 'verdict']);
  expect(listSchemaProblems({ 'defs.schema.json': DEFS, 'rows.schema.json': rows })).toEqual([
    expect.stringMatching(/^schemas\/rows\.schema\.json: .*"verdict"/),
  ]);
});

test('a mistake in one schema is not told of those that refer to it', () => {
  const schemas = {
    'rows.schema.json': table({ id: { $ref: 'defs.schema.json#/$defs/id' } }),
    'defs.schema.json': { $defs: { id: { type: 'string', pattern: '[' } } },
  };
  expect(listSchemaProblems(schemas)).toEqual([expect.stringMatching(/^schemas\/defs\.schema\.json: /)]);
});
