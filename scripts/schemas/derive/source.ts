// Schema files → one list that everything derived reads.

/** A JSON Schema as parsed; only what derivation reads is typed. */
export interface SchemaNode {
  $ref?: string;
  title?: string;
  description?: string;
  examples?: unknown[];
  type?: string | string[];
  enum?: unknown[];
  pattern?: string;
  format?: string;
  minimum?: number;
  const?: unknown;
  default?: string;
  required?: string[];
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  additionalProperties?: boolean | SchemaNode;
  anyOf?: SchemaNode[];
  $defs?: Record<string, SchemaNode>;
  'x-column'?: { order: number; type: ColumnType; edition?: 'private' };
  'x-change'?: ColumnChange;
  'x-nested'?: { table: string };
  'x-table'?: { order: number; key: string[]; references: Record<string, string> };
  'x-vocabulary'?: string;
  'x-expected'?: string;
  /** Keys that may be null, or left out, only in what comes from elsewhere. */
  'x-needed'?: string[];
}

/**
 * What a changed value of a column means. `kind`: what sort of change it is, metadata where it is left out; `field`:
 * what it is called in raw/; `revision`: a released claim needs an entry in its revisions; `from`: the column follows
 * from a `column` of its row, a `table.column` that the row refers to, or the rows of a `table` that refer to it, and
 * is no change of its own where those changed.
 */
export interface ColumnChange {
  kind?: 'verdict' | 'text' | 'particulars' | 'stance';
  field?: string;
  revision?: boolean;
  from?: string[];
}

/** How a column is stored: `list` is a list of strings, `date` a day as YYYY-MM-DD. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'list';

/** `path` is relative to `schemas/`, for example `tables/claims.schema.json`. */
export interface SchemaFile {
  path: string;
  schema: SchemaNode;
}

/** The schemas of published tables, in the order that they declare. */
export function listTables(files: readonly SchemaFile[]): { name: string; schema: SchemaNode }[] {
  return files
    .filter((file) => file.schema['x-table'])
    .sort((a, b) => (a.schema['x-table']?.order ?? 0) - (b.schema['x-table']?.order ?? 0))
    .map((file) => ({ name: file.path.replace(/^tables\//, '').replace(/\.schema\.json$/, ''), schema: file.schema }));
}

/** A table's columns with their schemas, in the order that they declare. */
export function listColumns(table: SchemaNode): { name: string; schema: SchemaNode }[] {
  return Object.entries(table.properties ?? {})
    .filter(([, schema]) => schema['x-column'])
    .sort(([, a], [, b]) => (a['x-column']?.order ?? 0) - (b['x-column']?.order ?? 0))
    .map(([name, schema]) => ({ name, schema }));
}

/** The words that open every derived file. */
export const DERIVED_NOTICE = 'Derived from schemas/ by `npm run generate`. Do not edit by hand.';
