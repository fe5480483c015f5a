// Ten queries on the published dataset: what is counted as found is what holds the words where a row shows them.
import { expect, test } from 'vitest';
import { readDataset } from '../../../scripts/explorer/dataset.ts';
import { bundlePage } from '../../../scripts/platform/bundlePage.ts';
import { openFolder } from '../../../scripts/platform/reading.ts';
import { openProject } from '../../../scripts/project/openProject.ts';
import { readSurroundings } from '../../../scripts/project/surroundings.ts';
import type { ClaimRow } from '../../../scripts/schemas/generated/types.ts';
import { describeInBrowser } from '../../explorer/browser/chromium.ts';
import { PAGE_FOLDER, pageOf } from '../../explorer/page.ts';

const published = readDataset(openFolder('dataset'), readSurroundings(openProject({ raw: 'raw' })));
const names = new Map(published.entities.map((one) => [one.entity_id, [one.name, ...one.aliases].join(' ')]));
const labels = new Map(published.verdicts.map(({ id, label }) => [id, label]));

/** All that a row shows of a claim, or that the claim is about. */
function shownOf(claim: ClaimRow): string {
  return [
    claim.claim,
    claim.quote,
    claim.claimant,
    names.get(claim.claimant_id ?? ''),
    claim.claimant_role,
    claim.reported_by,
    claim.claim_id,
    claim.claim_date,
    claim.status,
    claim.claim_type,
    labels.get(claim.verdict ?? ''),
    claim.source_publisher,
  ].join('\n');
}

/** Each query with what somebody who types it means, each pattern once in the text of a row. */
const QUERIES: readonly { query: string; meant: readonly RegExp[] }[] = [
  { query: 'xi', meant: [/\b(?:xi|si)\b/iu] },
  { query: 'zelensky', meant: [/\b(?:zelensk|selensk)\p{L}*/iu] },
  { query: 'putin', meant: [/\bputin/iu] },
  { query: 'invitation', meant: [/\binvitation/iu] },
  { query: 'ambassadors', meant: [/\bambassadors?\b/iu] },
  { query: 'peace plan', meant: [/\bpeace/iu, /\bplan/iu] },
  { query: 'Kiev', meant: [/\bkyiv|\bkiev|\bkyjev/iu] },
  { query: 'misleading', meant: [/\bmisleading/iu] },
  { query: '2023-03-28', meant: [/2023-03-28/u] },
  { query: 'Moscow', meant: [/\bmoscow/iu] },
];

describeInBrowser(
  'ten queries on the published dataset',
  async () => pageOf(published, await bundlePage(PAGE_FOLDER)),
  (openTab) => {
    test.each(QUERIES)('$query finds the claims that show it, and no others', async ({ query, meant }) => {
      const claims = [...published.claims()].filter((claim) => meant.every((one) => one.test(shownOf(claim))));
      expect(claims.length).toBeGreaterThan(0);
      const { page, open } = await openTab();
      await open(`#claims?q=${encodeURIComponent(query)}&as=table`);
      const rows = page.locator('.claims-table tbody th a');
      const count = Number.parseInt((await page.locator('#view h1').innerText()).replace(/\s/g, ''), 10);
      while ((await rows.count()) < count)
        await page.getByRole('button', { name: /^Show (?:\S+ more|the last)/ }).click();
      const found = await rows.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(found.sort()).toEqual(claims.map(({ claim_id }) => `#claim/${claim_id}`).sort());
    });
  },
);
