// The static pages of a site in a real browser: readable at every width, by everybody, without a script or a request.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../../scripts/explorer/buildSite.ts';
import { bundlePage } from '../../../scripts/platform/bundlePage.ts';
import { makeDataset } from '../datasetFixture.ts';
import { PAGE_FOLDER } from '../page.ts';
import { findViolations } from './axe.ts';
import { CHROMIUM, describeIf } from './chromium.ts';

/** One page of every kind. */
const PAGES = [
  'claims/index.html',
  'claims/gazette-0-c02.html',
  'claims/gazette-0-c03.html',
  'claims/gazette-0-c99.html',
  'claims/gazette-2-c02.html',
  'articles/index.html',
  'articles/gazette-1.html',
  'sources.html',
  'origins/aldport-harbour-office.html',
  'sites/example.org.html',
  'charts.html',
  'changes.html',
  'documents/datasheet.html',
];
const WIDTHS = [320, 390, 768, 1440];

describeIf(CHROMIUM === undefined ? 'static pages (no Chromium: apt-get install chromium)' : 'static pages', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    if (CHROMIUM === undefined) throw new Error('There is no Chromium: apt-get install chromium.');
    folder = mkdtempSync(join(tmpdir(), 'veritable-site-'));
    for (const { path, content } of buildSite(makeDataset({ claims: 90 }), await bundlePage(PAGE_FOLDER), null)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      const whole = typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join('');
      writeFileSync(join(folder, path), whole);
    }
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  test.each(PAGES)('%s is as wide as the screen, and axe finds nothing', async (path) => {
    const root = pathToFileURL(`${folder}/`).href;
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme });
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('request', (request) => {
        if (![`${root}${path}`, `${root}style.css`].includes(request.url())) faults.push(request.url());
      });
      await page.goto(`${root}${path}`);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
      }
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${width}, text twice as large`).toBeLessThanOrEqual(width);
      }
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
      // Asked first: axe reads style sheets anew, which the page's policy refuses it.
      expect(faults).toEqual([]);
      expect(await findViolations(page)).toEqual([]);
      await page.close();
    }
  });

  test.each(['light', 'dark'] as const)(
    'without a script the way to the plain pages can be read (%s)',
    async (scheme) => {
      const page = await browser.newPage({ colorScheme: scheme, javaScriptEnabled: false });
      await page.goto(pathToFileURL(join(folder, 'index.html')).href);
      const link = page.getByRole('link', { name: 'All claims as plain pages.' });
      const [words, ground] = await link.evaluate((element) => [
        getComputedStyle(element).color,
        getComputedStyle(element.closest('.private') ?? element).backgroundColor,
      ]);
      expect(contrastOf(words ?? '', ground ?? '')).toBeGreaterThan(4.5);
      await page.close();
    },
  );
});

/** Contrast of two colours as browsers compute them, `rgb(r, g, b)`, by WCAG: 1 to 21. */
function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other].map(luminanceOf).sort((first, second) => first - second);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
