// claimreview.jsonld: what Google asks of a ClaimReview is there, and the compiler knows every property by schema-dts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openWorkspace } from '../../workspace.ts';

type Review = Record<string, unknown>;

function reviewsOf(document: string): Review[] {
  return (JSON.parse(document) as { '@graph': Review[] })['@graph'];
}

/** Properties that Google requires (developers.google.com/search/docs/appearance/structured-data/factcheck). */
const REQUIRED = ['claimReviewed', 'reviewRating', 'url'];

/** Required properties that some review lacks; of a rating the name is required. */
function listMissing(document: string): string[] {
  const missing = new Set<string>();
  for (const review of reviewsOf(document)) {
    for (const name of REQUIRED) if (!review[name]) missing.add(name);
    if (!(review['reviewRating'] as Review | undefined)?.['alternateName']) missing.add('reviewRating.alternateName');
  }
  return [...missing];
}

/** What the compiler says of the reviews as values of the type that schema-dts gives a ClaimReview. */
function compile(document: string): string {
  const folder = mkdtempSync('node_modules/.reviews-');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // One of each shape: the compiler takes long, and texts are all one to it.
  const shapeOf = (review: Review) => JSON.stringify(review, (key, value) => (isText(key, value) ? '' : value));
  const values = new Map(reviewsOf(document).map((review) => [shapeOf(review), JSON.stringify(review, null, 1)]));
  const text = `import type { ClaimReview } from 'schema-dts';\nexport const reviews: ClaimReview[] = [${[...values.values()].join(',\n')}];\n`;
  writeFileSync(join(folder, 'reviews.ts'), text);
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--types', 'node'];
  const compiler = 'node_modules/typescript/bin/tsc';
  const run = [compiler, '--ignoreConfig', ...options, join(folder, 'reviews.ts')];
  return spawnSync(process.execPath, run, { encoding: 'utf8' }).stdout;
}

function isText(key: string, value: unknown): boolean {
  return typeof value === 'string' && !key.startsWith('@');
}

describe.skipIf(readFileSync('dataset/claims.jsonl').length === 0)('the committed dataset', () => {
  const document = () => readFileSync('dataset/claimreview.jsonld', 'utf8');

  test('lacks nothing but an address that is not known', () => {
    const isKnown = /^url:/m.test(readFileSync('CITATION.cff', 'utf8'));
    expect(reviewsOf(document()).length).toBeGreaterThan(0);
    expect(listMissing(document())).toEqual(isKnown ? [] : ['url']);
  });

  test('has the properties and types of schema.org', () => {
    expect(compile(document())).toBe('');
  });
});

test('with an address nothing is missing', async () => {
  const workspace = openWorkspace();
  workspace.file('CITATION.cff', `${workspace.read('CITATION.cff')}url: https://gazette.example.org/claims\n`);
  await workspace.build();
  expect(listMissing(workspace.read('dataset/claimreview.jsonld'))).toEqual([]);
});

test('a review without a rating, and a property that schema.org has not, are seen', async () => {
  const workspace = openWorkspace();
  await workspace.build();
  const broken = workspace.read('dataset/claimreview.jsonld').replaceAll('"reviewRating"', '"rating"');
  expect(listMissing(broken)).toContain('reviewRating');
  expect(compile(broken)).toContain(`'"rating"' does not exist`);
});
