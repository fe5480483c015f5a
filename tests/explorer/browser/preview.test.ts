// An annotator edits labels while the preview is open in a browser.
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { explore } from '../../../scripts/commands/explore.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../../workspace.ts';
import { findViolations } from './axe.ts';
import { CHROMIUM, describeIf } from './chromium.ts';

/** Two cores may be busy with other things; what is waited for is what counts. */
const WAIT = { timeout: 30_000 };
const CLAIM = '#claim/gazette-2024-05-02-c01';

describeIf(CHROMIUM === undefined ? 'a preview (no Chromium: apt-get install chromium)' : 'a preview', () => {
  let browser: Browser;
  beforeAll(async () => {
    if (CHROMIUM === undefined) throw new Error('There is no Chromium: apt-get install chromium.');
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  /** Opens a view of the preview. Nothing may be written to the console; `loads` counts how often the page is loaded. */
  async function open(workspace: Workspace, hash: string, height = 500) {
    const stop = new AbortController();
    let said = '';
    const hear = (text: string) => {
      said += text;
    };
    const terminal = { out: hear, err: hear, colour: false, interactive: false };
    const running = explore({ raw: workspace.path('raw'), serve: '0' }, terminal, stop.signal);
    await expect.poll(() => said, { timeout: 60_000 }).toContain('until Ctrl+C');
    const url = /http:\S+/.exec(said)?.[0] ?? '';
    const context = await browser.newContext({ viewport: { width: 1100, height } });
    const page = await context.newPage();
    const faults: string[] = [];
    let loads = 0;
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('load', () => {
      loads += 1;
    });
    onTestFinished(async () => {
      await context.close();
      stop.abort();
      await running;
      expect(faults).toEqual([]);
    });
    await page.goto(`${url}${hash}`);
    await page.waitForSelector('html[data-ready]');
    return { page, loads: () => loads };
  }

  const topOf = (page: Page, selector: string) =>
    page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top));

  test('shows an error at its claim, keeps the last good page, and recovers', async () => {
    const workspace = openWorkspace();
    const { page, loads } = await open(workspace, CLAIM);
    workspace.edit(GAZETTE, 'type: numerical', 'type: numercial');
    const own = page.locator('#view-findings');
    await own.waitFor();
    expect(await own.innerText()).toMatch(/Error A13[\s\S]*gazette-2024-05-02\.md:\d+:\d+[\s\S]*numercial/);
    expect(await page.locator('#view .said').innerText()).toContain('The river bridge at Aldport');
    const panel = page.locator('#findings');
    expect(await panel.innerText()).toContain('Shown is the state before the last change, which has errors.');
    await panel.locator('summary').click();
    expect(await panel.getByRole('link', { name: 'gazette-2024-05-02-c01' }).count()).toBeGreaterThan(0);
    expect(await findViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findViolations(page)).toEqual([]);
    workspace.edit(GAZETTE, 'type: numercial', 'type: numerical');
    await own.waitFor({ state: 'detached' });
    expect(await panel.innerText()).not.toContain('Shown is the state before');
    expect(loads()).toBe(1);
  });

  test('takes in a changed label and leaves the reader where they are', async () => {
    const workspace = openWorkspace();
    const { page, loads } = await open(workspace, CLAIM);
    const votes = '#votes-heading';
    await page.locator(votes).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const before = await topOf(page, votes);
    const details = page.locator('#view details').first();
    if ((await details.count()) > 0) await details.evaluate((element) => element.setAttribute('open', ''));
    workspace.edit(GAZETTE, "The harbour office's log shows", `It is so ${'and so on '.repeat(60)}. The log shows`);
    await expect.poll(() => page.locator('#view .justification').first().innerText(), WAIT).toContain('and so on');
    await expect.poll(() => topOf(page, votes), WAIT).toBe(before);
    if ((await details.count()) > 0) expect(await details.getAttribute('open')).toBe('');
    expect(page.url()).toContain(CLAIM);
    expect(loads()).toBe(1);
  });

  test('keeps query, filters, focus and scroll of a list', async () => {
    const workspace = openWorkspace();
    const { page, loads } = await open(workspace, '#claims?verdict=refuted', 300);
    const search = page.getByRole('searchbox');
    await search.fill('bridge');
    const row = page.locator('.results > li').filter({ hasText: 'eleven days' }).first();
    await row.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const before = await row.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    const shown = await page.locator('.results > li').count();
    await search.evaluate((element) => element.focus({ preventScroll: true }));
    workspace.edit(
      GAZETTE,
      'text: The river bridge at Aldport was closed',
      'text: The old bridge at Aldport was closed',
    );
    await expect.poll(() => page.locator('.results').innerText(), WAIT).toContain('The old bridge');
    expect(await page.locator('.results > li').count()).toBe(shown);
    expect(await search.inputValue()).toBe('bridge');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
    await expect
      .poll(() => row.evaluate((element) => Math.round(element.getBoundingClientRect().top)), WAIT)
      .toBe(before);
    await expect.poll(() => page.url(), WAIT).toContain('#claims?q=bridge&verdict=refuted');
    // What is found is found in the new words.
    await search.fill('old bridge');
    await expect.poll(() => page.locator('.results > li').count(), WAIT).toBe(1);
    expect(loads()).toBe(1);
  });

  test('follows on the first screen and on the charts, and loads again where the scale is another', async () => {
    const workspace = openWorkspace();
    const { page, loads } = await open(workspace, '#');
    const home = await page.locator('#home').innerText();
    workspace.edit(GAZETTE, 'text: The river bridge', 'text: The old bridge');
    await expect.poll(() => page.locator('#home').innerText(), WAIT).not.toBe(home);
    expect(loads()).toBe(1);
    workspace.edit(HERALD, 'title: ', 'title: <b>Late</b> edition, ');
    await page.goto(`${page.url().replace(/#.*/, '')}#articles`);
    await expect.poll(() => page.locator('#view').innerText(), WAIT).toContain('<b>Late</b> edition');
    workspace.edit('CITATION.cff', 'title: ', 'title: Old ');
    await expect.poll(() => page.locator('.brand').innerText(), WAIT).toContain('Old ');
    expect(page.url()).toContain('#articles');
    expect(loads()).toBe(2);
  });
});
