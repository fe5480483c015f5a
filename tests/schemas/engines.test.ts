// The schemas, found by the address of their file, and all that is published, judged by an engine that is not ours.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dereference, type Schema, Validator } from '@cfworker/json-schema';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../scripts/schemas/generated/registry.ts';
import { TABLES } from '../../scripts/schemas/generated/tables.ts';

/** Where somebody else may have put the folder schemas/. */
const FOLDER = 'https://data.example/release/schemas/';

/** Makes a validator as an editor does: what a schema refers to is loaded from the address that the reference gives. */
function load(path: string): Validator {
  const validator = new Validator(read(path) as Schema, '2020-12', false);
  const seen = new Set<string>();
  const add = (one: string) => {
    if (seen.has(one)) return;
    seen.add(one);
    const schema = read(one);
    if (one !== path) validator.addSchema(schema as Schema, `${FOLDER}${one}`);
    for (const reference of listReferences(schema))
      if (!reference.startsWith('#'))
        add(new URL(reference, `${FOLDER}${one}`).href.split('#')[0]?.slice(FOLDER.length) ?? '');
  };
  add(path);
  return validator;
}

/** A schema as its file says it, with the address of the file that it is the base of. */
function read(path: string): object {
  return { $id: `${FOLDER}${path}`, ...JSON.parse(readFileSync(join('schemas', path), 'utf8')) };
}

function listReferences(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  const { $ref } = node as { $ref?: unknown };
  return [...(typeof $ref === 'string' ? [$ref] : []), ...Object.values(node).flatMap(listReferences)];
}

function readLines(path: string): unknown[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

test('no schema gives itself another address than that of its file', () => {
  expect(Object.entries(SCHEMAS).filter(([, schema]) => '$id' in schema)).toEqual([]);
});

test('every reference leads to a schema', () => {
  const known: Record<string, unknown> = {};
  for (const path of Object.keys(SCHEMAS)) dereference(read(path) as Schema, known as never);
  const references = Object.keys(SCHEMAS).flatMap((path) =>
    listReferences(read(path)).map((reference) => new URL(reference, `${FOLDER}${path}`).href),
  );
  expect(references.length).toBeGreaterThan(100);
  expect(references.filter((reference) => !(reference in known))).toEqual([]);
});

describe('every published', () => {
  // A project without a release has no such folder.
  const ledgers = existsSync('releases') ? readdirSync('releases').filter((name) => name.endsWith('.jsonl')) : [];
  test.each([
    ...TABLES.map(({ name }) => [`row of ${name}`, `tables/${name}.schema.json`, `dataset/${name}.jsonl`] as const),
    ['record', 'released-record.schema.json', 'dataset/records.jsonl'] as const,
    ['change', 'released-change.schema.json', 'dataset/changes.jsonl'] as const,
    ...ledgers.map((name) => [`line of ${name}`, 'ledger.schema.json', `releases/${name}`] as const),
  ])('%s is valid', (_, schema, path) => {
    const validator = load(schema);
    for (const [i, row] of readLines(path).entries()) {
      const { errors } = validator.validate(row);
      expect([i + 1, errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`)]).toEqual([i + 1, []]);
      expect(validator.validate({ ...(row as object), unheard: 1 }).valid).toBe(false);
    }
  });

  test('manifest is valid', () => {
    const manifest = JSON.parse(readFileSync('dataset/manifest.json', 'utf8'));
    expect(load('manifest.schema.json').validate(manifest).errors).toEqual([]);
    expect(load('manifest.schema.json').validate({ ...manifest, version: 1 }).valid).toBe(false);
  });

  test('manifest may count what only a dataset with claims from elsewhere has', () => {
    const { counts, ...manifest } = JSON.parse(readFileSync('dataset/manifest.json', 'utf8'));
    const foreign = { ...counts, questions: 2, reviews: 1, appearances: 3 };
    expect(load('manifest.schema.json').validate({ ...manifest, counts: foreign }).errors).toEqual([]);
  });
});
