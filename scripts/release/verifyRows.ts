// Rows of a release → what is wrong with them: schema, keys, references, and formats that say something else.
import type { RowFormat } from '../formats/rowFormat.ts';
import { formatsOf } from '../formats/tableFormats.ts';
import type { SchemaNode } from '../schemas/derive/source.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';
import { createAjv } from '../schemas/validator.ts';
import type { ReleaseFiles } from './archive.ts';
import { describePublished } from './publishedTables.ts';
import type { ReadDataset } from './readDataset.ts';
import type { Verification } from './verifyChecksums.ts';

/** So many problems of one kind are named; the rest is counted. */
const SHOWN = 5;

/**
 * The schemas that the release holds, else those of the program: rows are judged by the schemas that they were
 * published with. In words why they cannot be read.
 */
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

/** Every file of a table holds what its JSON Lines say, letter for letter. Files of later formats may be missing. */
export function verifyFormats({ rows, manifest }: ReadDataset, files: ReleaseFiles): Verification {
  const listed = new Set(manifest.files.map(({ path }) => path));
  const problems = formatsOf(describePublished(manifest)).flatMap((format) => {
    const { path, table } = format;
    const file = files.get(path);
    if (!file && !listed.has(path)) return [];
    if (file && holds(file, format, rows.get(table) ?? [])) return [];
    return [`${path} does not say what ${table}.jsonl says, as it is written in this format.`];
  });
  return { name: 'formats', problems };
}

/** So many rows are rendered at once. */
const SLICE = 1000;

/** Whether a file is what a format makes of some rows. */
function holds(file: Uint8Array, { opening, separator, closing, render }: RowFormat, rows: readonly object[]): boolean {
  let at = 0;
  const goesOn = (text: string) => {
    const bytes = Buffer.from(text);
    at += bytes.length;
    return bytes.equals(file.subarray(at - bytes.length, at));
  };
  if (!goesOn(opening)) return false;
  for (let i = 0; i < rows.length; i += SLICE)
    if (!goesOn((i > 0 ? separator : '') + render(rows.slice(i, i + SLICE)))) return false;
  return goesOn(closing) && at === file.length;
}

function shorten(problems: readonly string[]): string[] {
  if (problems.length <= SHOWN) return [...problems];
  return [...problems.slice(0, SHOWN), `… and ${problems.length - SHOWN} more like the last.`];
}
