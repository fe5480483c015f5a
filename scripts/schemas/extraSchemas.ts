// Fields that a project adds → the schemas of their values, and those of the tables with a column for each.
import type { SchemaNode } from './derive/source.ts';
import { columnType, type ExtraField, type ExtraFields, extraColumn, fieldsOf } from './extra.ts';
import { SCHEMAS } from './generated/registry.ts';
import { createAjv, type ValidateFunction } from './validator.ts';

/** What a value of the field must be, or null; lists are never null. Items have no `|`, which joins them in CSV. */
export function valueSchema({ type, format, enum: choices, minimum, maximum }: ExtraField): SchemaNode {
  const text = { type: 'string', ...(choices ? { enum: choices } : {}) };
  const line = { pattern: '^\\S(?:.*\\S)?$', 'x-expected': 'text on one line, not empty, without space at its ends' };
  const item = { pattern: '^[^\\s|](?:[^|]*[^\\s|])?$', 'x-expected': 'text on one line without `|`' };
  if (type === 'array') return { type: 'array', items: { ...text, ...(choices ? {} : item) } };
  if (type === 'string' && format === 'day') return { ...text, format: 'day', 'x-expected': 'a day as YYYY-MM-DD' };
  if (type === 'string') return { ...text, ...(choices ? {} : line) };
  const bounds = { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
  return { type, ...(type === 'boolean' ? {} : bounds) };
}

const FIRST_ORDER = 1000;

function columnSchema(field: ExtraField, order: number): SchemaNode {
  const { title, description, example, type } = field;
  const value = valueSchema(field);
  return {
    title,
    description,
    examples: [example ?? (type === 'array' ? [] : null)],
    ...(type === 'array' ? value : { anyOf: [value, { type: 'null' }] }),
    'x-column': { order: FIRST_ORDER + order, type: columnType(field) },
  };
}

/** Every schema of the program, those of the tables with the project's columns. */
export function schemasWith(extra: ExtraFields): Readonly<Record<string, SchemaNode>> {
  const schemas = { ...(SCHEMAS as unknown as Record<string, SchemaNode>) };
  for (const table of Object.keys(extra)) {
    const fields = fieldsOf(extra, table);
    const path = `tables/${table}.schema.json`;
    const schema = schemas[path];
    if (fields.length === 0 || !schema) continue;
    const columns = fields.map((field, i) => [extraColumn(field.name), columnSchema(field, i)] as const);
    schemas[path] = {
      ...schema,
      required: [...(schema.required ?? []), ...columns.map(([name]) => name)],
      properties: { ...schema.properties, ...Object.fromEntries(columns) },
    };
  }
  return schemas;
}

const validators = new WeakMap<object, ValidateFunction>();

/** Judges a value of a field; it may be null. Made once for a field that is the same object. */
export function fieldValidator(field: ExtraField): ValidateFunction {
  const known = validators.get(field);
  if (known) return known;
  const made = createAjv({}).compile({ anyOf: [valueSchema(field), { type: 'null' }] });
  validators.set(field, made);
  return made;
}
