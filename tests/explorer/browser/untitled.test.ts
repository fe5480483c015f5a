// Imported articles may have no title: their ids stand in its place, wherever one is chosen or read.
import { expect, test } from 'vitest';
import { bundlePage } from '../../../scripts/platform/bundlePage.ts';
import { makeDataset, withClaims } from '../datasetFixture.ts';
import { PAGE_FOLDER, pageOf } from '../page.ts';
import { describeInBrowser } from './chromium.ts';

async function makeUntitled(): Promise<string> {
  const dataset = makeDataset({ claims: 60 });
  const articles = new Map([...dataset.articles].map((article) => [article.article_id, { ...article, title: null }]));
  const claims = [...dataset.claims()].map((claim) => ({
    ...claim,
    article: articles.get(claim.article_id) ?? claim.article,
    source_title: null,
  }));
  return pageOf(withClaims(dataset, claims), await bundlePage(PAGE_FOLDER));
}

describeInBrowser('articles without a title', makeUntitled, (openTab) => {
  test('are told apart by their ids among the filters, in the list and on their pages', async () => {
    const { page, open, heading } = await openTab();
    await open('#claims');
    const filters = await page.locator('.facet', { hasText: 'Article' }).first().locator('label bdi').allTextContents();
    expect(filters.map((name) => name.split(' ')[0])).toEqual(['gazette-0', 'gazette-1']);
    await open('#articles');
    expect(await page.locator('main h2 a').allTextContents()).toEqual(['gazette-0', 'gazette-1']);
    await open('#article/gazette-1');
    expect(await heading()).toBe('gazette-1');
  });
});
