// Annotators vote and settle in a real browser.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { explore } from '../../../scripts/commands/explore.ts';
import { findViolations } from '../../explorer/browser/axe.ts';
import { CHROMIUM, describeIf } from '../../explorer/browser/chromium.ts';
import { GAZETTE, openWorkspace, type Workspace } from '../../workspace.ts';
import { idOf, judgementOf, openMany } from '../manyClaims.ts';

const FIRST = idOf(1);
const VOTES = 'raw/votes/a9.jsonl';
const DAY = '2024-06-01';
const DIFFERING = `{"claim":"${FIRST}","verdict":"supported","confidence":"low","date":"2024-05-10","guideline":"1"}\n`;

describeIf(CHROMIUM === undefined ? 'review mode (no Chromium: apt-get install chromium)' : 'review mode', () => {
  let browser: Browser;
  beforeAll(async () => {
    if (CHROMIUM === undefined) throw new Error('There is no Chromium: apt-get install chromium.');
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  /** Opens the printed address. Nothing may be written to the console but that a conflict was answered as one. */
  async function open(
    workspace: Workspace,
    { blind = true, ...options }: BrowserContextOptions & { blind?: boolean } = {},
  ) {
    const stop = new AbortController();
    let said = '';
    const hear = (text: string) => {
      said += text;
    };
    const terminal = { out: hear, err: hear, colour: false, interactive: false };
    const asked = { raw: workspace.path('raw'), review: true, as: 'a9', blind, date: DAY };
    const running = explore(asked, terminal, stop.signal);
    await expect.poll(() => said, { timeout: 60_000 }).toContain('#token=');
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (!message.text().includes('409 (Conflict)')) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    onTestFinished(async () => {
      await context.close();
      stop.abort();
      await running;
      expect(faults).toEqual([]);
    });
    await page.goto(/http:\S+/.exec(said)?.[0] ?? '');
    await ready(page);
    return page;
  }

  const ready = (page: Page) => page.waitForSelector('html[data-ready]');
  const claimShown = (page: Page) => page.locator('.id').innerText();

  /** Goes to a screen as a link does. */
  async function go(page: Page, hash: string) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.waitForTimeout(200);
    await ready(page);
  }

  async function fits(page: Page) {
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll).toBeLessThanOrEqual(client);
  }

  test('a whole session by keyboard alone gives the votes of the command', async () => {
    const workspace = openMany(8);
    const page = await open(workspace);
    expect(page.url()).not.toContain('token');
    await page.keyboard.press('Tab');
    while ((await page.evaluate(() => document.activeElement?.textContent)) !== 'Vote on 9 claims')
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const verdicts = ['supported', 'refuted', 'misleading', 'conflicting', 'not_enough_evidence'];
    const times: number[] = [];
    for (let number = 1; number <= 8; number += 1) {
      await expect.poll(() => claimShown(page)).toBe(idOf(number));
      const [verdict, confidence, note] = judgementOf(number);
      await page.keyboard.press(String(verdicts.indexOf(verdict) + 1));
      await page.keyboard.press({ high: 'q', medium: 'w', low: 'e' }[confidence] ?? '');
      if (note !== null) {
        await page.keyboard.press('Tab');
        await page.keyboard.type(note);
      }
      const began = performance.now();
      await page.keyboard.press('Control+Enter');
      await page.waitForFunction((id) => document.querySelector('.id')?.textContent !== id, idOf(number));
      times.push(performance.now() - began);
    }
    // Measured, and not asserted: two cores may be busy with other things.
    console.info(`vote to next claim, ms: ${times.map(Math.round).join(' ')}`);
    await page.keyboard.press('s');
    // A screen that comes takes the focus to its heading.
    await ready(page);
    while ((await page.evaluate(() => document.activeElement?.id)) !== 'hand-in')
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('#handed-in').waitFor();
    const lines = Array.from({ length: 8 }, (_, at) => {
      const [verdict, confidence, note] = judgementOf(at + 1);
      const vote = { claim: idOf(at + 1), verdict, confidence, date: DAY, guideline: '1', ...(note && { note }) };
      return `${JSON.stringify(vote)}\n`;
    });
    expect(workspace.read(VOTES)).toBe(lines.join(''));
  });

  test('no screen has a violation, in light or dark, wide or narrow', async () => {
    const workspace = openMany(3)
      .file('raw/votes/a2.jsonl', DIFFERING)
      .edit(GAZETTE, 'anchor: { start: 240, end: 274 }', 'anchor: { start: 241, end: 275 }');
    const page = await open(workspace, { blind: false });
    for (const width of [1200, 320])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        for (const hash of ['#queue', `#vote/${FIRST}`, `#settle/${FIRST}`, `#settle/${idOf(2)}`]) {
          await go(page, hash);
          await page.locator('details').evaluateAll((folds) => {
            for (const fold of folds) (fold as HTMLDetailsElement).open = true;
          });
          expect([hash, width, colorScheme, await findViolations(page)]).toEqual([hash, width, colorScheme, []]);
          await fits(page);
        }
      }
  });

  test('right-to-left and endless words hold at 320 px', async () => {
    const workspace = openWorkspace()
      .edit(
        GAZETTE,
        'text: The river bridge at Aldport',
        `text: ${'Donaudampfschiff'.repeat(20)} الجسر مغلق at Aldport`,
      )
      .edit(GAZETTE, 'title: Log of closures', `title: ${'x'.repeat(300)} Log of closures`)
      .edit(GAZETTE, 'shows: The office', 'shows: المكتب سجل إغلاقا. The office');
    const page = await open(workspace, { viewport: { width: 320, height: 640 } });
    await fits(page);
    await go(page, `#vote/${FIRST}`);
    await fits(page);
    expect(await page.locator('.claim').getAttribute('dir')).toBe('auto');
  });

  test('z takes the last vote back and shows its claim again; s skips', async () => {
    const workspace = openMany(4);
    const page = await open(workspace);
    await go(page, `#vote/${FIRST}`);
    await page.keyboard.press('s');
    await expect.poll(() => claimShown(page)).toBe(idOf(2));
    await page.keyboard.press('2');
    await page.keyboard.press('q');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => claimShown(page)).toBe(idOf(3));
    expect(await page.locator('#who').innerText()).toContain('1 not handed in');
    await page.keyboard.press('z');
    await expect.poll(() => claimShown(page)).toBe(idOf(2));
    expect(await page.locator('#who').innerText()).toContain('0 not handed in');
    expect(await page.locator('input:checked[type=radio]').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    expect(await page.locator('#error').innerText()).toBe('Choose a verdict.');
  });

  test('a claim that changed meanwhile is shown with what changed, and the vote waits to be confirmed', async () => {
    const workspace = openMany(3);
    const page = await open(workspace);
    await go(page, `#vote/${FIRST}`);
    await page.keyboard.press('2');
    await page.keyboard.press('q');
    workspace.edit(GAZETTE, 'text: The river bridge', 'text: The old bridge');
    await page.keyboard.press('Control+Enter');
    const conflict = page.locator('#conflict');
    await conflict.waitFor();
    expect(await conflict.locator('del').allInnerTexts()).toContain('river');
    expect(await conflict.locator('ins').allInnerTexts()).toContain('old');
    expect(await page.locator('input:checked').first().getAttribute('value')).toBe('refuted');
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => claimShown(page)).toBe(idOf(2));
    await page.locator('#hand-in').click();
    await page.locator('#handed-in').waitFor();
    expect(workspace.read(VOTES)).toContain(FIRST);
  });

  test('a page under which the labels have changed says so, and loading again keeps what was chosen', async () => {
    const workspace = openMany(3);
    const page = await open(workspace);
    await go(page, `#vote/${FIRST}`);
    await page.keyboard.press('2');
    expect(await page.locator('#stale').isVisible()).toBe(false);
    workspace.edit(GAZETTE, 'text: The river bridge', 'text: The old bridge');
    await page.locator('#stale').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.locator('#load-again').click();
    await expect.poll(() => page.locator('main').innerText()).toContain('The old bridge');
    expect(await page.locator('#stale').isVisible()).toBe(false);
    expect(await page.locator('input:checked').first().getAttribute('value')).toBe('refuted');
  });

  test('a third person settles a difference, and is told what will be written', async () => {
    const workspace = openWorkspace().file('raw/votes/a2.jsonl', DIFFERING);
    const page = await open(workspace, { blind: false });
    await go(page, `#settle/${FIRST}`);
    expect(await page.locator('.vote').count()).toBe(2);
    await page.keyboard.press('2');
    expect(await page.locator('#writes').innerText()).toContain('Writes verdict refuted, status adjudicated');
    await page.locator('#reason').fill('The log decides.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('h1').innerText()).toBe('Queue');
    await page.locator('#hand-in').click();
    await page.locator('#handed-in').waitFor();
    expect(workspace.read(GAZETTE)).toContain('adjudication: "a9: The log decides."');
  });

  test('the page without its token shows nothing', async () => {
    const page = await open(openWorkspace());
    await page.reload();
    expect(await page.locator('main').innerText()).toContain('Open the printed address');
    expect(await page.locator('main').innerText()).not.toContain('gazette');
  });
});
