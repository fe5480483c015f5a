import { expect, test } from 'vitest';
import { bundlePage } from '../../../scripts/platform/bundlePage.ts';
import { makeDataset, withClaims } from '../datasetFixture.ts';
import { HOSTILE } from '../hostile.ts';
import { PAGE_FOLDER, pageOf } from '../page.ts';
import { describeInBrowser } from './chromium.ts';

/** A dataset in which whatever can be text is hostile, checked by nobody. */
async function makeHostilePage(): Promise<string> {
  const dataset = makeDataset({ texts: HOSTILE, claims: HOSTILE.length });
  const claims = [...dataset.claims()].map((claim, at) => {
    const text = HOSTILE[at] ?? '';
    const article = {
      ...claim.article,
      article_id: `${claim.article_id}-${at}`,
      title: text,
      publisher: text,
      url: text,
      synopsis: text,
      derived_from: [text, `a copy <${text}>`],
    };
    const evidence = claim.evidence.map((item) => ({
      ...item,
      url: text,
      archive_url: text,
      title: text,
      publisher: text,
      shows: text,
      quote: text,
      origin: text,
    }));
    const reviews = claim.reviews.map((row) => ({
      ...row,
      url: text,
      archive_url: text,
      publisher: text,
      title: text,
    }));
    const appearances = claim.appearances.map((row) => ({ ...row, url: text, archive_url: text }));
    const annotations = claim.annotations.map((vote) => ({ ...vote, annotator: text, note: text }));
    const revisions = [{ date: text, field: text, from: text, to: text, reason: text }];
    const words = {
      claim: text,
      quote: text,
      justification: text,
      claimant: text,
      claimant_role: text,
      reported_by: text,
    };
    const source = { source_title: text, source_publisher: text, source_url: text, source_language: text };
    return {
      ...claim,
      ...words,
      ...source,
      article_id: article.article_id,
      article,
      evidence,
      reviews,
      appearances,
      annotations,
      revisions,
      topics: [text],
      adjudication: text,
    };
  });
  const text = HOSTILE.join(' ');
  const citation = {
    ...dataset.citation,
    title: text,
    abstract: text,
    authors: [{ kind: 'entity' as const, name: text }],
    repository: 'javascript:alert(1)',
  };
  return pageOf(withClaims({ ...dataset, citation }, claims), await bundlePage(PAGE_FOLDER));
}

describeInBrowser('hostile strings', makeHostilePage, (openTab) => {
  const foreign = 'main :is(img, iframe, template, object, base, script, style)';

  test('are shown in a list as they are', async () => {
    const { page, open } = await openTab();
    await open('#claims');
    // The rest of the rows is drawn when somebody gets near them.
    await page.locator('.results > li').last().scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator('.results h2 a').allTextContents()).toEqual([...HOSTILE]);
    expect(await page.locator(foreign).count()).toBe(0);
  });

  test('are shown on a claim’s page as they are, and are no addresses to go to', async () => {
    const { page, open } = await openTab();
    for (const [at, text] of HOSTILE.entries()) {
      await open(`#claim/gazette-0-c${String(at + 1).padStart(2, '0')}`);
      expect(await page.locator('#view h1 .said').evaluate((element) => element.textContent)).toBe(text);
      expect(await page.locator(foreign).count()).toBe(0);
      const links = await page.locator('#view a').evaluateAll((list) => list.map((link) => link.getAttribute('href')));
      for (const link of links) expect(link).toMatch(/^#/);
    }
  });

  test('are shown on the pages of articles and sources as they are', async () => {
    const { page, open } = await openTab();
    for (const [at, text] of HOSTILE.entries()) {
      await open(`#article/gazette-0-${at}`);
      expect(await page.locator('#view h1').evaluate((element) => element.textContent)).toBe(text);
      expect(await page.locator(foreign).count()).toBe(0);
    }
    for (const hash of [
      '#articles',
      '#sources',
      '#changes',
      '#claims?as=table',
      '#compare/gazette-0-c01/gazette-0-c02',
    ]) {
      await open(hash);
      expect(await page.locator(foreign).count(), hash).toBe(0);
      const links = await page.locator('#view a').evaluateAll((list) => list.map((link) => link.getAttribute('href')));
      for (const link of links) expect(link).toMatch(/^#/);
    }
  });

  test('are searched for and filtered by like any others', async () => {
    const { page, open } = await openTab();
    await open('#claims');
    for (const text of HOSTILE) {
      await page.getByRole('searchbox').fill(text);
      await page.waitForFunction(
        (wanted) => new URLSearchParams(location.hash.split('?')[1]).get('q') === wanted,
        text,
      );
    }
    await open(`#claims?${new URLSearchParams({ claimant: '__proto__' })}`);
    expect(await page.locator('.results h2 a').allTextContents()).toEqual(['__proto__']);
  });

  test('are shown on the first screen and among the pictures as they are', async () => {
    const { page, open } = await openTab();
    expect(await page.locator('#home h1').evaluate((element) => element.textContent)).toBe(HOSTILE.join(' '));
    await open('#pictures');
    expect(await page.locator(foreign).count()).toBe(0);
  });

  test('do nothing in an address either', async () => {
    const { page, open } = await openTab();
    for (const text of HOSTILE) {
      await open(`#claim/${encodeURIComponent(text)}`);
      expect(await page.locator('#view h1').innerText()).toBe('No such claim');
      await open(`#claims?q=${encodeURIComponent(text)}&verdict=${encodeURIComponent(text)}`);
      expect(await page.locator(foreign).count()).toBe(0);
    }
  });
});
