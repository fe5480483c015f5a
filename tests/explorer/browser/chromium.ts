// A built page → a tab of a real browser, watched for what the page may not do.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';

export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** In CI a missing browser is a failure; elsewhere the tests are skipped and say why. */
export const describeIf = CHROMIUM !== undefined || process.env['CI'] ? describe : describe.skip;

export interface Tab {
  readonly page: Page;
  /** Goes to a view and waits until it is shown. */
  readonly open: (hash: string) => Promise<void>;
  readonly heading: () => Promise<string>;
  /** Presses a button that saves, and gives the file's name and text. */
  readonly save: (button: string) => Promise<{ name: string; text: string }>;
}

/**
 * Tests of one page in the browser. After each, the page must have fetched nothing but its own file, and nothing may
 * have been written to the console: no error, no violation of its policy.
 */
export function describeInBrowser(
  title: string,
  make: () => Promise<string>,
  tests: (openTab: (options?: BrowserContextOptions) => Promise<Tab>) => void,
): void {
  describeIf(CHROMIUM === undefined ? `${title} (no Chromium: apt-get install chromium)` : title, () => {
    const faults: string[] = [];
    let browser: Browser;
    let folder: string;
    let url: string;

    beforeAll(async () => {
      if (CHROMIUM === undefined) throw new Error('There is no Chromium: apt-get install chromium.');
      folder = mkdtempSync(join(tmpdir(), 'veritable-explorer-'));
      const file = join(folder, 'index.html');
      writeFileSync(file, await make());
      url = pathToFileURL(file).href;
      const args = ['--no-sandbox', '--disable-background-networking'];
      browser = await chromium.launch({ executablePath: CHROMIUM, args });
    });

    afterAll(async () => {
      await browser?.close();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    });

    afterEach(async () => {
      for (const context of browser.contexts()) await context.close();
      expect(faults.splice(0)).toEqual([]);
    });

    const openTab = async (options: BrowserContextOptions = {}): Promise<Tab> => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      page.on('request', (request) => {
        if (request.url().replace(/#.*/, '') !== url && !request.url().startsWith('blob:')) faults.push(request.url());
      });
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('dialog', (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      const settle = () => page.waitForSelector('html[data-ready]');
      await page.goto(url);
      if (options.javaScriptEnabled !== false) await settle();
      return {
        page,
        open: async (hash) => {
          await page.goto('about:blank');
          await page.goto(`${url}${hash}`);
          await settle();
        },
        heading: async () =>
          ((await page.locator('main > section:not([hidden]) h1').textContent()) ?? '').replace(/\s+/g, ' '),
        save: async (button) => {
          const download = page.waitForEvent('download');
          await page.getByRole('button', { name: button, exact: true }).click();
          const saved = await download;
          return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8') };
        },
      };
    };
    tests(openTab);
  });
}
