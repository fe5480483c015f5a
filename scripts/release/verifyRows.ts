// Rows of a release → what is wrong with them: schema, keys, references, and formats that say something else.
import { csvHeader, csvRows } from '../formats/csv.ts';
import type { SchemaNode } from '../schemas/derive/source.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';
import { TABLES } from '../schemas/generated/tables.ts';
import { createAjv } from '../schemas/validator.ts';
import type { ReleaseFiles } from './archive.ts';
import type { ReadDataset } from './readDataset.ts';
import type { Verification } from './verifyChecksums.ts';

/** So many problems of one kind are named; the rest is counted. */
const SHOWN = 5;

/** The schemas that the release holds, else those of the program: rows are judged by the schemas that they were published with. In words why they cannot be read. */
export function schemasOf(files: ReleaseFiles): Record<string, SchemaNode> | string {
  const own = [...files].filter(([path]) => /^schemas\/.*\.schema\.json$/.test(path));
  if (own.length === 0) return SCHEMAS as unknown as Record<string, SchemaNode>;
  try {
    const schemas: Record<string, SchemaNode> = Object.fromEntries(
      own.map(([path, bytes]) => [path.slice('schemas/'.length), JSON.parse(Buffer.from(bytes).toString('utf8'))]),
    );
    const ajv = createAjv(schemas);
    for (const path of Object.keys(schemas)) ajv.getSchema(path);
    return schemas;
  } catch (error) {
    return `The schemas cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** Every row of every table is valid by its schema. */
export function verifySchemas({ rows }: ReadDataset, schemas: Record<string, SchemaNode>): Verification {
  const problems: string[] = [];
  const ajv = createAjv(schemas);
  for (const [table, list] of rows) {
    const validate = ajv.getSchema(`tables/${table}.schema.json`);
    if (!validate) {
      problems.push(`${table}.jsonl: there is no schema of this table.`);
      continue;
    }
    const wrong = list.flatMap((row, i) => {
      if (validate(row)) return [];
      const [error] = validate.errors ?? [];
      return [`${table}.jsonl line ${i + 1}: ${error?.instancePath || 'the row'} ${error?.message ?? 'is not valid'}.`];
    });
    problems.push(...shorten(wrong));
  }
  return { name: 'rows', problems };
}

/** Keys are unique, and every reference leads to a row. */
export function verifyKeys({ rows }: ReadDataset, schemas: Record<string, SchemaNode>): Verification {
  const problems: string[] = [];
  const idsOf = new Map<string, Set<unknown>>();
  const describe = (table: string) => schemas[`tables/${table}.schema.json`]?.['x-table'];
  for (const [table, list] of rows) {
    const key = describe(table)?.key[0] ?? '';
    const ids = new Set(list.map((row) => row[key]));
    idsOf.set(`${table}.${key}`, ids);
    if (ids.size < list.length) problems.push(`${table}.jsonl: ${key} is not unique.`);
  }
  for (const [table, list] of rows) {
    for (const [column, target] of Object.entries(describe(table)?.references ?? {})) {
      const ids = idsOf.get(target);
      const astray = list.filter((row) => row[column] !== null && !ids?.has(row[column]));
      problems.push(
        ...shorten(
          astray.map((row) => `${table}.jsonl: ${column} ${JSON.stringify(row[column])} is not in ${target}.`),
        ),
      );
    }
  }
  return { name: 'keys', problems };
}

/** The CSV and the JSON array of a table say what its JSON Lines say. */
export function verifyFormats({ rows, manifest }: ReadDataset, files: ReleaseFiles): Verification {
  const problems: string[] = [];
  for (const { name, columns: described } of manifest.tables) {
    const list = rows.get(name) ?? [];
    const columns = described.flatMap(({ name: column, type }) =>
      type === 'nested' ? [] : [{ name: column, type, private: false }],
    );
    const csv = csvHeader(columns) + csvRows(columns, list);
    if (!Buffer.from(csv).equals(files.get(`${name}.csv`) ?? Buffer.alloc(0)))
      problems.push(`${name}.csv does not say what ${name}.jsonl says.`);
    if (!TABLES.some((table) => table.name === name && table.nested.length > 0)) continue;
    const array = `[\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
    if (!Buffer.from(array).equals(files.get(`${name}.json`) ?? Buffer.alloc(0)))
      problems.push(`${name}.json does not say what ${name}.jsonl says.`);
  }
  return { name: 'formats', problems };
}

function shorten(problems: readonly string[]): string[] {
  if (problems.length <= SHOWN) return [...problems];
  return [...problems.slice(0, SHOWN), `… and ${problems.length - SHOWN} more like the last.`];
}
