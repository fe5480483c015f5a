// Imported claims that are written from right to left: what is said of their verdict in English does not turn them round.
import { expect, test } from 'vitest';
import { bundlePage } from '../../../scripts/platform/bundlePage.ts';
import type { ClaimRow } from '../../../scripts/schemas/generated/types.ts';
import { makeDataset, withClaims } from '../datasetFixture.ts';
import { PAGE_FOLDER, pageOf } from '../page.ts';
import { describeInBrowser } from './chromium.ts';

const CLAIM = 'اشترت Acme شركة Bolt في عام 2024.';

async function makeImported(): Promise<string> {
  const dataset = makeDataset({ claims: 4, texts: [CLAIM, CLAIM, 'Acme اشترت Bolt.'] });
  const claims = [...dataset.claims()].map(
    (claim, at) => ({ ...claim, status: at === 1 ? claim.status : 'imported' }) as ClaimRow,
  );
  return pageOf(withClaims(dataset, claims), await bundlePage(PAGE_FOLDER));
}

describeInBrowser('an imported claim in a list', makeImported, (openTab) => {
  test('is read in the direction of its first word, as one that was judged here', async () => {
    const { page, open } = await openTab();
    await open('#claims');
    const directions = await page
      .locator('.results h2')
      .evaluateAll((all) => all.map((heading) => getComputedStyle(heading).direction));
    expect(directions).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
  });
});
