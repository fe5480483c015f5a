// Schemas of tables → what a description may say of every column.
import { listColumns, type SchemaNode } from '../schemas/derive/source.ts';
import { type ExtraFields, tablesWith } from '../schemas/extra.ts';
import { schemasWith } from '../schemas/extraSchemas.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';
import type { Column, Table } from '../schemas/generated/tables.ts';
import { type Nested, publishedTable } from '../schemas/published.ts';

/**
 * A published column with what its schema says of the values. Of a list, `pattern` and `vocabulary` hold for each
 * item.
 */
export interface ColumnFacts extends Column {
  title: string;
  description: string;
  example: unknown;
  nullable: boolean;
  /** The only values there are, null left out; null where any are. */
  choices: string[] | null;
  pattern: string | null;
  minimum: number | null;
  vocabulary: string | null;
}

/** What JSON nests in a row: the row (`many`: the rows) of another table, or objects whose fields stand here. */
export interface NestedFacts {
  name: string;
  description: string;
  many: boolean;
  table: string | null;
  fields: ColumnFacts[];
}

/** A table with its public columns and its words. */
export interface TableFacts extends Pick<Table, 'name' | 'key' | 'references'> {
  title: string;
  description: string;
  columns: ColumnFacts[];
  nested: NestedFacts[];
}

/** Every public table, in the order of the schemas, with the columns that the project adds. */
export function listTableFacts(extra: ExtraFields): TableFacts[] {
  const schemas = schemasWith(extra);
  return tablesWith(extra).map(({ name: tableName, key, references }) => {
    const schema = schemas[`tables/${tableName}.schema.json`] as SchemaNode;
    const { columns, nested } = publishedTable(tableName, 'public', extra);
    const bodies = new Map(listColumns(schema).map(({ name, schema: body }) => [name, body]));
    return {
      name: tableName,
      key,
      references,
      title: schema.title ?? tableName,
      description: schema.description ?? '',
      columns: columns.map((column) => factsOf(column, bodies.get(column.name) ?? {})),
      nested: nested.map((one) => nestedOf(one, schema.properties?.[one.name] ?? {})),
    };
  });
}

function nestedOf({ name, table }: Nested, body: SchemaNode): NestedFacts {
  const many = body.type === 'array';
  return {
    name,
    description: body.description ?? '',
    many,
    table,
    fields: table === null ? fieldsOf(many ? (body.items ?? {}) : body) : [],
  };
}

/** The fields of an object that is no row: days, and text or null. */
function fieldsOf({ $ref = '' }: SchemaNode): ColumnFacts[] {
  const [path = '', definition = ''] = $ref.replace(/^(?:\.\.\/)+/, '').split('#/$defs/');
  const schema = SCHEMAS[path as keyof typeof SCHEMAS] as unknown as SchemaNode | undefined;
  return Object.entries(schema?.$defs?.[definition]?.properties ?? {}).map(([name, body]) => {
    const type = resolveShared(body).format === 'day' ? 'date' : 'string';
    return factsOf({ name, type, private: false }, body);
  });
}

function factsOf(column: Column, body: SchemaNode): ColumnFacts {
  const options = (body.anyOf ?? [body]).map(resolveShared);
  const value = options.find(({ type }) => type !== 'null') ?? body;
  const content = column.type === 'list' ? resolveShared(value.items ?? {}) : value;
  const choices = content.enum?.filter((choice): choice is string => typeof choice === 'string') ?? null;
  return {
    ...column,
    title: body.title ?? column.name,
    description: body.description ?? '',
    example: body.examples?.[0],
    nullable: options.some(({ type, enum: values }) => [type].flat().includes('null') || values?.includes(null)),
    choices,
    pattern: content.pattern ?? null,
    minimum: value.minimum ?? null,
    vocabulary: content['x-vocabulary'] ?? null,
  };
}

/** Follows a reference to a shared definition; what stands beside it counts as well. */
function resolveShared(node: SchemaNode): SchemaNode {
  const name = /#\/\$defs\/(\w+)$/.exec(node.$ref ?? '')?.[1];
  const definitions = SCHEMAS['defs.schema.json'].$defs as unknown as Record<string, SchemaNode>;
  return name === undefined ? node : { ...definitions[name], ...node };
}
