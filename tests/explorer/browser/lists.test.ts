// Lists of claims and articles: what leads where can be told apart, what is left is counted, and what was asked for and
// is not there is said to be unknown.
import { expect, test } from 'vitest';
import { bundlePage } from '../../../scripts/platform/bundlePage.ts';
import type { ClaimRow } from '../../../scripts/schemas/generated/types.ts';
import { makeDataset, withClaims } from '../datasetFixture.ts';
import { PAGE_FOLDER, pageOf } from '../page.ts';
import { describeInBrowser } from './chromium.ts';

/** Claims of imported articles, of which neither title nor publisher is known; the first verdict is the source's. */
async function makeUnknown(): Promise<string> {
  const dataset = makeDataset({ claims: 250 });
  const unknown = { title: null, publisher: 'unknown', published: null };
  const articles = new Map([...dataset.articles].map((article) => [article.article_id, { ...article, ...unknown }]));
  const claims = [...dataset.claims()].map(
    (claim, at) =>
      ({
        ...claim,
        article: articles.get(claim.article_id) ?? claim.article,
        status: at === 0 ? 'imported' : claim.status,
      }) as ClaimRow,
  );
  return pageOf(withClaims(dataset, claims), await bundlePage(PAGE_FOLDER));
}

describeInBrowser('a list', makeUnknown, (openTab) => {
  test.each([
    ['#claims?sort=claimant', '.results .meta a'],
    ['#articles', '.rows a'],
  ])('of %s has no two links that are called alike and lead to different articles', async (hash, links) => {
    const { page, open } = await openTab();
    await open(hash);
    await page.locator('.results > li, .rows > li').last().scrollIntoViewIfNeeded();
    const named = await page
      .locator(links)
      .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')] as const));
    expect(new Set(named.map(([, href]) => href)).size).toBeGreaterThan(1);
    expect(new Set(named.map(([name]) => name)).size).toBe(new Set(named.map(([, href]) => href)).size);
  });

  test('says how many more are shown, and of how many, until the last', async () => {
    const { page, open } = await openTab();
    await open('#claims?as=table');
    const more = page.locator('button.more');
    for (const [said, rows] of [
      ['Show 100 more of the 150 left', 100],
      ['Show the last 50', 200],
    ] as const) {
      expect(await more.innerText()).toBe(said);
      expect(await page.locator('.claims-table tbody tr').count()).toBe(rows);
      await more.click();
      await expect.poll(() => page.locator('.claims-table tbody tr').count()).toBeGreaterThan(rows);
    }
    expect(await more.isVisible()).toBe(false);
  });

  test('is printed as a table with all of its rows, and with the names of its columns', async () => {
    const { page, open } = await openTab();
    await open('#claims?as=table');
    // Rows that are not drawn yet are read in advance, since printing waits for nothing.
    await page.waitForTimeout(1000);
    await page.emulateMedia({ media: 'print' });
    await page.pdf();
    expect(await page.locator('.claims-table tbody tr').count()).toBe(250);
    expect(await page.locator('.claims-table thead th').allInnerTexts()).toEqual(
      expect.arrayContaining(['Verdict', 'Votes', 'Evidence']),
    );
    expect(await page.locator('#printed').textContent()).toBe('250 claims.');
  });

  test('tells a verdict of the source from one that was given here, in rows and in the table', async () => {
    const { page, open } = await openTab();
    for (const [hash, verdicts] of [
      ['#claims', '.results > li .ruling'],
      ['#claims?as=table', '.claims-table tbody tr td:first-child'],
    ] as const) {
      await open(hash);
      const said = await page.locator(verdicts).allTextContents();
      expect(said.map((text) => text.includes('(imported verdict)')).slice(0, 4)).toEqual([true, false, false, false]);
    }
  });

  test('says of a value in the address that nothing has it, and drops it at a press', async () => {
    const { page, open } = await openTab();
    await open('#claims?votes=differed&verdict=refuted&topic=bridge&status=%D8%A3%3Cb%3E');
    const chips = page.locator('.active button');
    expect(await chips.allInnerTexts()).toEqual([
      'Refuted ×',
      'The bridge ×',
      'differed (unknown) ×',
      'أ<b> (unknown) ×',
    ]);
    await page.getByRole('button', { name: 'Drop the filter Votes: differed (unknown)' }).click();
    await expect.poll(() => chips.count()).toBe(3);
    expect(page.url()).not.toContain('votes=');
  });

  test('of claims to compare that is longer than two names those that are left out', async () => {
    const { page, open } = await openTab();
    await open('#compare/gazette-0-c01/gazette-0-c02/gazette-0-c03');
    expect(await page.locator('#view').innerText()).toContain('Left out: gazette-0-c03.');
    await page.getByRole('link', { name: 'gazette-0-c03' }).click();
    await expect.poll(() => page.url()).toContain('#claim/gazette-0-c03');
  });
});
