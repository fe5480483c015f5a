// Rows of a release → what is wrong with them: schema, keys, references, and formats that say something else.
import { ByteFollower, inMemory, readSmall } from '../formats/readableFile.ts';
import { formatsOf } from '../formats/tableFormats.ts';
import type { SchemaNode } from '../schemas/derive/source.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';
import type { Manifest } from '../schemas/generated/types.ts';
import { createAjv } from '../schemas/validator.ts';
import { IdList } from './idList.ts';
import { describePublished } from './publishedTables.ts';
import type { ReadIds, Row, RowVisitor } from './readDataset.ts';
import type { ReleaseFiles, Verification } from './releaseFiles.ts';

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
      own.map(([path, file]) => [
        path.slice('schemas/'.length),
        JSON.parse(Buffer.from(readSmall(file) ?? '').toString('utf8')),
      ]),
    );
    const ajv = createAjv(schemas);
    for (const path of Object.keys(schemas)) ajv.getSchema(path);
    return schemas;
  } catch (error) {
    return `The schemas cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** A check of rows, which is given them as they are read: see {@link RowVisitor}. */
export interface RowCheck {
  add: RowVisitor;
  /** Called when all rows have been read. */
  end(): Verification;
}

/** Every row of every table is valid by its schema. */
export function checkSchemas(schemas: Record<string, SchemaNode>): RowCheck {
  const ajv = createAjv(schemas);
  const wrong = new Map<string, ProblemList>();
  const problemsOf = (table: string) => {
    const list = wrong.get(table) ?? new ProblemList();
    wrong.set(table, list);
    return list;
  };
  const add: RowVisitor = (table, rows, from) => {
    const validate = ajv.getSchema(`tables/${table}.schema.json`);
    if (!validate) {
      if (from === 0) problemsOf(table).add(`${table}.jsonl: there is no schema of this table.`);
      return;
    }
    for (const [i, row] of rows.entries()) {
      if (validate(row)) continue;
      const [error] = validate.errors ?? [];
      const what = `${error?.instancePath || 'the row'} ${error?.message ?? 'is not valid'}`;
      problemsOf(table).add(`${table}.jsonl line ${from + i + 1}: ${what}.`);
    }
  };
  const end = () => ({ name: 'rows', problems: [...wrong.values()].flatMap((list) => list.texts) });
  return { add, end };
}

/** Keys are unique, and every reference leads to a row. */
export function checkKeys(manifest: Manifest, schemas: Record<string, SchemaNode>): RowCheck {
  const describe = (table: string) => schemas[`tables/${table}.schema.json`]?.['x-table'];
  const tables = manifest.tables.map(({ name }) => {
    const { key: [key = ''] = [], references = {} } = describe(name) ?? {};
    const named = Object.entries(references).map(([column, target]) => {
      return { column, target, values: new Map<unknown, number>() };
    });
    return { name, key, count: 0, ids: new Keys(key), named };
  });
  const idsOf = new Map(tables.map(({ name, key, ids }) => [`${name}.${key}`, ids]));
  const add: RowVisitor = (table, rows, _from, read) => {
    const found = tables.find(({ name }) => name === table);
    if (!found) return;
    const { ids, named } = found;
    found.count += rows.length;
    ids.add(rows, read);
    for (const row of rows) {
      // What leads to a row that has been read needs no second look.
      for (const { column, target, values } of named)
        if (row[column] !== null && !idsOf.get(target)?.has(row[column]))
          values.set(row[column], (values.get(row[column]) ?? 0) + 1);
    }
  };
  const end = () => {
    const problems = tables.flatMap(({ name, key, ids, count }) =>
      ids.size < count ? [`${name}.jsonl: ${key} is not unique.`] : [],
    );
    for (const { name, named } of tables) {
      for (const { column, target, values } of named) {
        const astray = new ProblemList();
        for (const [value, times] of values)
          if (!idsOf.get(target)?.has(value))
            astray.add(`${name}.jsonl: ${column} ${JSON.stringify(value)} is not in ${target}.`, times);
        problems.push(...astray.texts);
      }
    }
    return { name: 'keys', problems };
  };
  return { add, end };
}

/**
 * The distinct keys of a table. Where the schema's key is the column that rows are read by, whoever reads them has the
 * keys already; where it is another, they are kept here.
 */
class Keys {
  private readonly key: string;
  private readonly texts = new IdList();
  private readonly others = new Set<unknown>();
  private read: ReadIds | null = null;

  constructor(key: string) {
    this.key = key;
  }

  add(rows: readonly Row[], read: ReadIds): void {
    if (read.key === this.key) {
      this.read = read;
      return;
    }
    for (const { [this.key]: value } of rows)
      if (typeof value === 'string') this.texts.add(value);
      else this.others.add(value);
  }

  has(value: unknown): boolean {
    if (typeof value !== 'string') return this.others.has(value);
    return this.read?.has(value) ?? this.texts.placeOf(value) !== undefined;
  }

  get size(): number {
    return this.read?.size ?? this.texts.size + this.others.size;
  }
}

/** Every file of a table holds what its JSON Lines say, letter for letter. Files of later formats may be missing. */
export function checkFormats(manifest: Manifest, files: ReleaseFiles): RowCheck {
  const listed = new Set(manifest.files.map(({ path }) => path));
  const followed = formatsOf(describePublished(manifest)).flatMap((format) => {
    const file = files.get(format.path);
    if (!file && !listed.has(format.path)) return [];
    const follower = new ByteFollower(file ?? inMemory(''));
    follower.goesOn(Buffer.from(format.opening));
    return [{ format, follower, isThere: file !== undefined }];
  });
  const add: RowVisitor = (table, rows, from) => {
    for (const { format, follower } of followed)
      if (format.table === table)
        follower.goesOn(Buffer.from((from > 0 ? format.separator : '') + format.render(rows)));
  };
  const end = () => {
    const problems = followed.flatMap(({ format: { path, table, closing }, follower, isThere }) => {
      const isSame = follower.goesOn(Buffer.from(closing)) && follower.isAtEnd();
      if (isThere && isSame) return [];
      return [`${path} does not say what ${table}.jsonl says, as it is written in this format.`];
    });
    return { name: 'formats', problems };
  };
  return { add, end };
}

/** The first problems of a kind; the rest is counted. */
class ProblemList {
  private readonly first: string[] = [];
  private count = 0;

  add(problem: string, times = 1): void {
    for (let i = 0; i < times && this.first.length < SHOWN; i++) this.first.push(problem);
    this.count += times;
  }

  get texts(): string[] {
    const more = this.count - this.first.length;
    return more === 0 ? this.first : [...this.first, `… and ${more} more like the last.`];
  }
}
