import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildExplorer } from '../../../scripts/explorer/buildExplorer.ts';
import { readDataset } from '../../../scripts/explorer/dataset.ts';
import { bundlePage } from '../../../scripts/platform/bundlePage.ts';
import { openProject } from '../../../scripts/project/openProject.ts';
import { PAGE_FOLDER } from '../page.ts';
import { describeInBrowser } from './chromium.ts';

const read = (path: string) => readFileSync(join('dataset', path), 'utf8');

async function makePublishedPage(): Promise<string> {
  const { vocabulary, spellings, settings } = openProject({ raw: 'raw' });
  const files = new Map(readdirSync('dataset').map((path) => [path, read(path)]));
  const { verdicts, topics } = vocabulary.lists;
  return buildExplorer(readDataset(files, { verdicts, topics, spellings, settings }), await bundlePage(PAGE_FOLDER));
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
});
