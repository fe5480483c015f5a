// Schemas of tables → column lists as a TypeScript module.
import { DERIVED_NOTICE, listColumns, listTables, type SchemaFile } from './source.ts';

/**
 * The module that formats and rules read instead of typing a column's name a second time.
 * @throws Error for a published column that is not required: the type checker would ask nobody to fill it, and every
 * row would hold null; and for two columns of one order
 */
export function deriveTables(files: readonly SchemaFile[]): string {
  for (const { name, schema } of listTables(files)) {
    const taken = new Map<number | undefined, string>();
    for (const column of listColumns(schema)) {
      const order = column.schema['x-column']?.order;
      const other = taken.get(order);
      if (other !== undefined)
        throw new Error(`${name}.${column.name} and ${name}.${other} have the same order, ${order}.`);
      taken.set(order, column.name);
      if (column.schema['x-column']?.edition !== 'private' && !schema.required?.includes(column.name))
        throw new Error(
          `${name}.${column.name} is published and must be in \`required\`; a cell without a value is null.`,
        );
    }
  }
  const tables = listTables(files).map(({ name, schema }) => ({
    name,
    key: schema['x-table']?.key ?? [],
    references: schema['x-table']?.references ?? {},
    columns: listColumns(schema).map(({ name: column, schema: body }) => ({
      name: column,
      type: body['x-column']?.type,
      private: body['x-column']?.edition === 'private',
    })),
    nested: Object.entries(schema.properties ?? {})
      .filter(([, body]) => !body['x-column'])
      .map(([property]) => property),
    nestedRows: Object.fromEntries(
      Object.entries(schema.properties ?? {}).flatMap(([property, body]) =>
        body['x-nested'] ? [[property, body['x-nested'].table]] : [],
      ),
    ),
  }));
  return `// ${DERIVED_NOTICE}
import type { Rows } from './types.ts';

export type TableName = keyof Rows;

/** \`list\` is a list of strings, \`date\` a day as YYYY-MM-DD. A private column exists only in a private edition. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'list';
  private: boolean;
}

/**
 * A table: its key, its foreign keys (\`column\` → \`table.column\`), its columns in order, and what only JSON nests;
 * \`nestedRows\` names the table where what is nested are rows of another one.
 */
export interface Table {
  name: TableName;
  key: string[];
  references: Record<string, string>;
  columns: Column[];
  nested: string[];
  nestedRows: Readonly<Record<string, TableName>>;
}

export const TABLES: readonly Table[] = ${JSON.stringify(tables, null, 2)};
`;
}
