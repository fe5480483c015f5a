// build/explorer/index.html → docs/screenshots/, the pictures that the README shows.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const PAGE = pathToFileURL(resolve('build/explorer/index.html')).href;
const FOLDER = 'docs/screenshots';

/** The main views; a claim is one of those that the README shows as an example. */
const SHOTS = [
  { name: 'first-screen', hash: '#' },
  { name: 'claims', hash: '#claims?q=zelensky&verdict=refuted&verdict=misleading' },
  { name: 'claim', hash: '#claim/newstrack-live-2023-03-29-c04' },
  { name: 'article', hash: '#article/thegaltimes-2023-04-26' },
  { name: 'table', hash: '#claims?sort=verdict&as=table' },
  { name: 'pictures', hash: '#pictures' },
] as const;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
mkdirSync(FOLDER, { recursive: true });
for (const { name, hash } of SHOTS) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, height, suffix] of [
      [1200, 800, ''],
      [360, 720, '-narrow'],
    ] as const) {
      if (suffix !== '' && colorScheme === 'dark') continue;
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      await page.goto(`${PAGE}${hash}`);
      await page.waitForSelector('html[data-ready]');
      await page.mouse.move(0, height - 1);
      await page.screenshot({ path: `${FOLDER}/${name}-${colorScheme}${suffix}.png` });
      await page.close();
    }
  }
}
await browser.close();
