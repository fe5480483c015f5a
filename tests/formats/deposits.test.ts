// Metadata for those who keep or list datasets: what each of them requires is there.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportMetadata } from '../../scripts/commands/exportMetadata.ts';
import { commit, edit, makeRelease, makeRepository } from '../release/releasedProject.ts';
import { openWorkspace, record } from '../workspace.ts';

type Json = Record<string, unknown>;

const REPOSITORY = 'https://github.com/gazette/claims';
const made: Record<string, Json> = {};

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  try {
    makeRepository(folder);
    const citation = join(folder, 'CITATION.cff');
    writeFileSync(citation, `${readFileSync(citation, 'utf8')}repository-code: ${REPOSITORY}\n`);
    edit(folder, 'CITATION.cff', 'authors:', 'authors:\n  - family-names: Archer\n    given-names: Ada');
    commit(folder);
    await makeRelease(folder);
    const options = { raw: join(folder, 'raw'), out: join(folder, 'build/metadata'), kaggle: 'gazette' };
    expect(await record((terminal) => exportMetadata(options, terminal))).toMatchObject({ exitCode: 0 });
    for (const name of ['.zenodo.json', 'ro-crate-metadata.json', 'dataset-metadata.json', 'dcat.jsonld', 'index.json'])
      made[name] = JSON.parse(readFileSync(join(options.out, name), 'utf8')) as Json;
    made['manifest'] = JSON.parse(readFileSync(join(folder, 'dataset/manifest.json'), 'utf8')) as Json;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

const measured = () => made['manifest']?.['files'] as { path: string; bytes: number; sha256: string }[];

describe('.zenodo.json', () => {
  /** Keys of a deposit; Zenodo refuses a release with any other (developers.zenodo.org, "Deposit metadata"). */
  const KNOWN = [
    ...['upload_type', 'title', 'description', 'creators', 'access_right', 'license', 'keywords', 'version'],
    ...['publication_date', 'related_identifiers', 'language', 'notes', 'contributors', 'communities', 'grants'],
  ];

  test('has what a deposit needs, names people family name first, and has no key that Zenodo does not know', () => {
    const deposit = made['.zenodo.json'] as Json;
    expect(deposit).toMatchObject({
      upload_type: 'dataset',
      access_right: 'open',
      license: 'cc-by-4.0',
      version: '1.0.0',
    });
    expect(deposit['creators']).toContainEqual({ name: 'Archer, Ada' });
    for (const key of ['title', 'description', 'publication_date']) expect(deposit[key]).toMatch(/\S/);
    expect(Object.keys(deposit).filter((key) => !KNOWN.includes(key))).toEqual([]);
  });
});

describe('ro-crate-metadata.json', () => {
  test('is a crate: descriptor, root with what it must have, and every entity that is named', () => {
    const graph = made['ro-crate-metadata.json']?.['@graph'] as Json[];
    const find = (id: unknown) => graph.find((entity) => entity['@id'] === id) as Json;
    expect(find('ro-crate-metadata.json')).toMatchObject({
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    });
    const root = find('./');
    expect(root).toMatchObject({ '@type': 'Dataset', name: expect.any(String), description: expect.any(String) });
    expect(root['datePublished']).toMatch(/^\d{4}-\d\d-\d\d$/);
    const named = [root['license'], ...(root['author'] as Json[]), ...(root['hasPart'] as Json[])] as Json[];
    for (const { '@id': id } of named) expect(find(id)).toBeDefined();
    expect(new Set(graph.map((entity) => entity['@id'])).size).toBe(graph.length);
    for (const { path, bytes, sha256 } of measured())
      expect(find(path)).toMatchObject({ '@type': 'File', contentSize: String(bytes), sha256 });
  });
});

describe('dataset-metadata.json', () => {
  test('keeps to the bounds of Kaggle, and describes the columns of CSV', () => {
    const { title, subtitle, id, licenses, resources } = made['dataset-metadata.json'] as Record<
      string,
      string & Json[]
    >;
    expect(title?.length).toBeGreaterThanOrEqual(6);
    expect(title?.length).toBeLessThanOrEqual(50);
    expect(subtitle?.length).toBeGreaterThanOrEqual(20);
    expect(subtitle?.length).toBeLessThanOrEqual(80);
    expect(id).toMatch(/^gazette\/[a-z0-9-]{3,50}$/);
    expect(licenses).toEqual([{ name: 'CC-BY-4.0' }]);
    expect(resources?.map(({ path }) => path)).toContain('claims.csv');
  });

  test('is left out where no account is named', async () => {
    const workspace = openWorkspace();
    const options = { raw: workspace.path('raw'), out: workspace.path('metadata') };
    expect((await record((terminal) => exportMetadata(options, terminal))).out).not.toContain('dataset-metadata');
  });
});

describe('dcat.jsonld', () => {
  test('has title and description, and of each file an address, type, size and checksum', () => {
    const dataset = made['dcat.jsonld'] as Json;
    expect(dataset).toMatchObject({
      '@type': 'dcat:Dataset',
      'dct:title': expect.any(String),
      'dct:description': expect.any(String),
    });
    const files = dataset['dcat:distribution'] as Record<string, Json>[];
    const addressOf = (name: string) => `${REPOSITORY}/releases/download/v1.0.0/${name}`;
    for (const { path, bytes, sha256 } of measured()) {
      const file = files.find((one) => one['dcat:accessURL']?.['@id'] === addressOf(path));
      expect(file?.['dcat:byteSize']?.['@value']).toBe(String(bytes));
      expect(file?.['spdx:checksum']?.['spdx:checksumValue']).toMatchObject({ '@value': sha256 });
    }
  });
});

describe('index.json', () => {
  test('lists the releases with their archive, and the files of the newest with their digests', () => {
    const { latest, releases } = made['index.json'] as { latest: string; releases: Json[] };
    expect([latest, releases.length]).toEqual(['1.0.0', 1]);
    expect(releases[0]?.['archive']).toMatch(/\/v1\.0\.0\/[a-z-]+-1\.0\.0\.tar\.gz$/);
    expect(releases[0]?.['files']).toEqual(
      expect.arrayContaining(measured().map((file) => expect.objectContaining(file))),
    );
  });
});

test('labels with an error are described nowhere', async () => {
  const workspace = openWorkspace().edit('raw/articles/gazette-2024-05-02.md', 'verdict: refuted', 'verdict: refutd');
  const options = { raw: workspace.path('raw'), out: workspace.path('metadata') };
  expect((await record((terminal) => exportMetadata(options, terminal))).exitCode).toBe(1);
});
