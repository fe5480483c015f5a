import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { DATA_PACKAGE_PROFILES } from '../outside.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

interface Field {
  name: string;
  type: string;
  example: unknown;
  constraints?: { required?: true; unique?: true; enum?: string[]; minimum?: number; pattern?: string };
}

interface Resource {
  type?: string;
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema: {
    fields: Field[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

async function describeWorkspace(workspace: Workspace): Promise<Record<string, unknown> & { resources: Resource[] }> {
  expect((await workspace.build()).exitCode).toBe(0);
  return JSON.parse(workspace.read('dataset/datapackage.json'));
}

/** Judges CSV text by the field descriptions alone, as a stranger's validator would. */
function judge(resource: Resource, csv: string): string[] {
  const [header = [], ...rows] = parse(csv) as string[][];
  const problems = header.join() === resource.schema.fields.map(({ name }) => name).join() ? [] : ['header'];
  for (const [i, { name, type, constraints = {} }] of resource.schema.fields.entries()) {
    const cells = rows.map((row) => row[i] ?? '').filter((cell) => cell !== '');
    if (constraints.required && cells.length < rows.length) problems.push(`${name} is required`);
    if (constraints.unique && new Set(cells).size < cells.length) problems.push(`${name} is not unique`);
    for (const cell of cells) {
      const fits =
        { integer: /^-?\d+$/, boolean: /^(true|false)$/, date: /^\d{4}-\d\d-\d\d$/, number: /^-?\d/ }[type]?.test(
          cell,
        ) ?? true;
      const chosen = constraints.enum?.includes(cell) ?? true;
      const patterned = constraints.pattern === undefined || new RegExp(`^(?:${constraints.pattern})$`, 'u').test(cell);
      if (!fits || !chosen || !patterned || Number(cell) < (constraints.minimum ?? -Infinity))
        problems.push(`${name}: ${cell}`);
    }
  }
  return problems;
}

/** Cells of foreign keys that point to nothing. */
function dangling(resources: readonly Resource[], read: (path: string) => string): string[] {
  const column = (resource: Resource | undefined, name: string) =>
    (parse(read(resource?.path ?? ''), { columns: true }) as Record<string, string>[]).map((row) => row[name] ?? '');
  return resources.flatMap((resource) =>
    (resource.schema.foreignKeys ?? []).flatMap(({ fields: [from = ''], reference }) => {
      const target = resources.find(({ name }) => name === reference.resource);
      const known = new Set(column(target, reference.fields[0] ?? ''));
      return column(resource, from)
        .filter((cell) => cell !== '' && !known.has(cell))
        .map((cell) => `${resource.name}.${from}: ${cell}`);
    }),
  );
}

describe('the committed dataset', () => {
  const described = JSON.parse(readFileSync('dataset/datapackage.json', 'utf8')) as { resources: Resource[] };
  const resources = described.resources.filter(({ type }) => type === 'table');
  const read = (path: string) => readFileSync(`dataset/${path}`, 'utf8');

  test.each(resources.map((resource) => [resource.name, resource] as const))(
    '%s.csv is what its description says',
    (_, resource) => {
      const csv = read(resource.path);
      expect(judge(resource, csv)).toEqual([]);
      expect(resource.bytes).toBe(Buffer.byteLength(csv));
      expect(resource.hash).toBe(`sha256:${createHash('sha256').update(csv).digest('hex')}`);
    },
  );

  test('every foreign key holds', () => {
    expect(resources.flatMap(({ schema }) => schema.foreignKeys ?? []).length).toBeGreaterThan(4);
    expect(dangling(resources, read)).toEqual([]);
  });
});

test('a foreign key that does not hold is seen', async () => {
  const workspace = openWorkspace();
  const { resources } = await describeWorkspace(workspace);
  const tables = resources.filter(({ type }) => type === 'table');
  const read = (path: string) => workspace.read(`dataset/${path}`);
  const broken = (path: string) => (path === 'articles.csv' ? read(path).replace(/^gazette-/m, 'other-') : read(path));
  expect(dangling(tables, read)).toEqual([]);
  expect(dangling(tables, broken)).not.toEqual([]);
});

test('a wrong cell is seen by the description alone', async () => {
  const workspace = openWorkspace();
  const { resources } = await describeWorkspace(workspace);
  const claims = resources.find(({ name }) => name === 'claims') as Resource;
  const csv = workspace.read('dataset/claims.csv');
  expect(judge(claims, csv)).toEqual([]);
  expect(judge(claims, csv.replace('numerical', 'comical'))).not.toEqual([]);
  expect(judge(claims, csv.replace(/^gazette-2024-05-02-c01,/m, 'Gazette,'))).not.toEqual([]);
});

test('lists are text with a pattern, and neither `list` nor `fieldsMatch` is used', async () => {
  const workspace = openWorkspace();
  const { resources } = await describeWorkspace(workspace);
  expect(resources[0]?.schema.fields.find(({ name }) => name === 'same_as')).toMatchObject({
    type: 'string',
    constraints: { pattern: expect.stringContaining('\\|') },
  });
  expect(workspace.read('dataset/datapackage.json')).not.toMatch(/"type": "list"|fieldsMatch/);
});

test('no day is given before the first release, and the release day after it', async () => {
  const workspace = openWorkspace();
  expect(await describeWorkspace(workspace)).not.toHaveProperty('created');
  workspace.file('CITATION.cff', `${workspace.read('CITATION.cff')}version: 1.0.0\ndate-released: 2024-06-01\n`);
  expect(await describeWorkspace(workspace)).toMatchObject({ created: '2024-06-01T00:00:00Z' });
});

test('every example is a text, as the profile of version 2 asks of fields of every type', async () => {
  const { resources } = await describeWorkspace(openWorkspace());
  const fields = resources.flatMap(({ schema }) => schema.fields);
  expect(new Set(fields.map(({ type }) => type))).toEqual(new Set(['string', 'integer', 'number', 'boolean', 'date']));
  expect(fields.filter(({ example }) => typeof example !== 'string')).toEqual([]);
});

describe.skipIf(DATA_PACKAGE_PROFILES === undefined)('the profile of the specification', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const profileOf = (name: string) =>
    ajv.compile(JSON.parse(readFileSync(join(DATA_PACKAGE_PROFILES ?? '', `${name}.json`), 'utf8')));

  test('accepts the descriptor, and refuses one with a resource that has no name', async () => {
    const descriptor = await describeWorkspace(openWorkspace());
    const judge = profileOf('datapackage');
    expect([judge(descriptor), judge.errors]).toEqual([true, null]);
    const { name, ...nameless } = descriptor.resources[0] ?? { name: '' };
    expect(judge({ ...descriptor, resources: [nameless] })).toBe(false);
  });

  test('accepts the schema of every table', async () => {
    const { resources } = await describeWorkspace(openWorkspace());
    const judge = profileOf('tableschema');
    for (const { schema } of resources.filter(({ type }) => type === 'table'))
      expect([judge(schema), judge.errors]).toEqual([true, null]);
    expect(judge({ fields: [{ type: 'string' }] })).toBe(false);
  });
});
