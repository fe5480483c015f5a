import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDataset } from '../../../scripts/explorer/dataset.ts';
import { bundlePage } from '../../../scripts/platform/bundlePage.ts';
import { openFolder } from '../../../scripts/platform/reading.ts';
import { openProject } from '../../../scripts/project/openProject.ts';
import { readSurroundings } from '../../../scripts/project/surroundings.ts';
import { describeInBrowser } from '../../explorer/browser/chromium.ts';
import { PAGE_FOLDER, pageOf } from '../../explorer/page.ts';

const read = (path: string) => readFileSync(join('dataset', path), 'utf8');

async function makePublishedPage(): Promise<string> {
  const dataset = readDataset(openFolder('dataset'), readSurroundings(openProject({ raw: 'raw' })));
  return pageOf(dataset, await bundlePage(PAGE_FOLDER));
}

describeInBrowser('the published dataset', makePublishedPage, (openTab) => {
  test('comes out of the page as it went in', async () => {
    const { open, save } = await openTab();
    await open('#claims');
    expect((await save('Save these claims as CSV')).text === read('claims.csv')).toBe(true);
    expect((await save('Save these claims as JSON Lines')).text === read('claims.jsonl')).toBe(true);
  });

  test.each([[['Zelensky', 'Zelenskyy', 'Zelenskyi']], [['Kiev', 'Kyiv']]])(
    'is searched in every spelling of a name: %s',
    async (names) => {
      const { page, open } = await openTab();
      const found = [];
      for (const name of names) {
        await open(`#claims?q=${name}`);
        found.push(await page.locator('#view h1').innerText());
      }
      expect(new Set(found).size).toBe(1);
      expect(Number.parseInt(found[0] ?? '', 10)).toBeGreaterThan(0);
    },
  );

  test.each([
    ['xi', /\bXi\b|\bSi\b/i],
    ['zelensky', /Zelensk/i],
    ['putin', /Putin/i],
    ['invitation', /invitation/i],
    ['ambassadors', /ambassador/i],
    ['sanctions', /sanction/i],
    ['nuclear', /nuclear/i],
    ['lukashenko', /Lukashenko/i],
    ['peace plan', /peace|plan/i],
    ['2023-03-28', /28 (and 29 )?March 2023/],
  ])('a search for %s counts claims whose row shows it, and no others', async (query, shown) => {
    const { page, open } = await openTab();
    await open(`#claims?q=${encodeURIComponent(query)}`);
    const count = Number.parseInt(await page.locator('#view h1').innerText(), 10);
    expect(count).toBeGreaterThan(0);
    await expect
      .poll(async () => {
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        return page.locator('.results > li').count();
      })
      .toBe(count);
    const rows = await page.locator('.results > li').allTextContents();
    for (const row of rows) expect(row).toMatch(shown);
    expect(await page.locator('.results > li:not(:has(mark))').count()).toBe(0);
  });

  test('an id opens its claim; a verdict, a status, a site and a sentence of the evidence are found', async () => {
    const { page, open, heading } = await openTab();
    await page.getByRole('searchbox').fill('nbc-2023-02-25-c03');
    await page.keyboard.press('Enter');
    await expect.poll(heading).toContain('territorial integrity');
    for (const query of ['misleading', 'adjudicated', 'held almost wholly in English']) {
      await open(`#claims?q=${encodeURIComponent(query)}`);
      expect(Number.parseInt(await page.locator('#view h1').innerText(), 10), query).toBeGreaterThan(0);
    }
    await open('#claims?q=pravda.com.ua');
    expect(Number.parseInt(await page.locator('#view h1').innerText(), 10)).toBeGreaterThan(0);
    expect(await page.locator('.remark').first().innerText()).toBe('Found in its sources.');
  });

  test('prints every claim of a list, with what was asked for', async () => {
    const claims = JSON.parse(read('claims.json')) as { verdict: string }[];
    const refuted = claims.filter(({ verdict }) => verdict === 'refuted').length;
    const { page, open } = await openTab();
    await open('#claims');
    await expect
      .poll(() =>
        page.evaluate(() => {
          dispatchEvent(new Event('beforeprint'));
          return document.querySelectorAll('.results > li').length;
        }),
      )
      .toBe(claims.length);
    await open('#claims?verdict=refuted');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('#printed').textContent()).toBe(`${refuted} of ${claims.length} claims: Refuted.`);
  });
});
