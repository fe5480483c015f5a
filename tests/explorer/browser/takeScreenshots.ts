// build/explorer/index.html and a review of the example → docs/screenshots/, the pictures that the documents show.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { explore } from '../../../scripts/commands/explore.ts';

const PAGE = pathToFileURL(resolve('build/explorer/index.html')).href;
const FOLDER = 'docs/screenshots';
const REVIEWED = 'gazette-2024-05-02-c01';

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

/** Two annotators have judged the example's first claim, and differ. */
async function shootReview(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'veritable-'));
  cpSync('examples/gazette', root, { recursive: true });
  mkdirSync(join(root, 'raw/votes'));
  const note = 'Three days are in the log.';
  const vote = {
    claim: REVIEWED,
    verdict: 'misleading',
    confidence: 'medium',
    date: '2024-05-10',
    guideline: '1',
    note,
  };
  writeFileSync(join(root, 'raw/votes/a2.jsonl'), `${JSON.stringify(vote)}\n`);
  for (const [name, blind] of [
    ['vote', true],
    ['settle', false],
  ] as const) {
    const stop = new AbortController();
    const options = { raw: join(root, 'raw'), review: true, as: 'a3', blind, date: '2024-06-01' };
    const page = await browser.newPage({ viewport: { width: 1040, height: 560 } });
    const opened = new Promise<string>((resolve) => {
      const out = (text: string) => /http:\S+/.test(text) && resolve(/http:\S+/.exec(text)?.[0] ?? '');
      void explore(options, { out, err: () => {}, colour: false, interactive: false }, stop.signal);
    });
    await page.goto(await opened);
    await page.waitForSelector('html[data-ready]');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#${name}/${REVIEWED}`);
    await page.waitForSelector('#form');
    await page.keyboard.press('2');
    await page.screenshot({ path: `${FOLDER}/review-${name}.png` });
    await page.close();
    stop.abort();
  }
  rmSync(root, { recursive: true });
}

await shootReview();
await browser.close();
