// claimreview.jsonld, judged by structured-data-testing-tool, which knows what Google asks of a ClaimReview.
import { readFileSync } from 'node:fs';
import { structuredDataTest } from 'structured-data-testing-tool';
import { Google } from 'structured-data-testing-tool/presets.js';
import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../../workspace.ts';

/** Names of the tests that the reviews of a document fail, each as the only one of its page. */
async function judge(document: string): Promise<{ reviews: number; failed: string[] }> {
  const { '@context': context, '@graph': reviews } = JSON.parse(document) as { '@context': string; '@graph': object[] };
  const failed = new Set<string>();
  for (const review of reviews) {
    const block = JSON.stringify({ '@context': context, ...review }).replaceAll('<', '\\u003c');
    const page = `<html><body><script type="application/ld+json">${block}</script></body></html>`;
    const options = { presets: [Google], schemas: ['ClaimReview'] };
    const result = await structuredDataTest(page, options).catch(
      (error: { res: Awaited<ReturnType<typeof structuredDataTest>> }) => error.res,
    );
    expect(result.passed.map(({ test: name }) => name)).toContain('ClaimReview[0].claimReviewed');
    for (const { test: name } of result.failed) failed.add(name);
  }
  return { reviews: reviews.length, failed: [...failed] };
}

describe.skipIf(readFileSync('dataset/claims.jsonl').length === 0)('the committed dataset', () => {
  const settings = readFileSync('CITATION.cff', 'utf8');

  test('fails nothing but what needs an address that is not known', async () => {
    const { reviews, failed } = await judge(readFileSync('dataset/claimreview.jsonld', 'utf8'));
    expect(reviews).toBeGreaterThan(0);
    expect(failed).toEqual(/^url:/m.test(settings) ? [] : ['ClaimReview[0].url']);
  });
});

test('with an address nothing fails', async () => {
  const workspace = openWorkspace();
  workspace.file('CITATION.cff', `${workspace.read('CITATION.cff')}url: https://gazette.example.org/claims\n`);
  await workspace.build();
  expect(await judge(workspace.read('dataset/claimreview.jsonld'))).toEqual({ reviews: 3, failed: [] });
});

test('a review without a rating is seen', async () => {
  const workspace = openWorkspace();
  await workspace.build();
  const broken = workspace.read('dataset/claimreview.jsonld').replaceAll('reviewRating', 'rating');
  expect((await judge(broken)).failed).toContain('ClaimReview[0].reviewRating');
});
