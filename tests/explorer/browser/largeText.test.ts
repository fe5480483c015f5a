// Text twice as large: every view can be read on a small screen, and only what is a table or a drawing scrolls sideways.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { makePage } from '../page.ts';
import { describeInBrowser } from './chromium.ts';
import { VIEWS } from './views.ts';

const WIDTHS = [320, 640];

/** Ways in which a reader makes text larger: in the browser's settings, and by what enlarges the text of a page alone. */
const WAYS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'in the settings': async (page) => {
    const settings = await page.context().newCDPSession(page);
    await settings.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  },
  'of this page alone': (page) => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')),
};

describe.each(Object.entries(WAYS))('text twice as large, %s', (_, enlarge) => {
  describeInBrowser(
    'is read',
    () => makePage({ claims: 120 }),
    (openTab) => {
      test.each(VIEWS.flatMap((hash) => WIDTHS.map((width) => ({ hash, width }))))(
        'whole in $hash, $width wide',
        async ({ hash, width }) => {
          const { page, open } = await openTab({ viewport: { width, height: 800 } });
          await open(hash);
          await enlarge(page);
          for (const closed of await page.locator('main > section:not([hidden]) details:not([open]) > summary').all()) {
            if (await closed.isVisible()) await closed.click();
          }
          expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          expect(await page.evaluate(findCut)).toEqual([]);
        },
      );
    },
  );
});

/**
 * Texts that cannot be read: beyond the screen where nothing scrolls there, under the edge of a box that hides what
 * does not fit, or in so narrow a column that words stand letter under letter.
 */
function findCut(): string[] {
  const faults: string[] = [];
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent ?? '').trim().slice(0, 40)}`;
  const scrolls = (element: Element): boolean => {
    for (let box: Element | null = element; box; box = box.parentElement)
      if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box !== document.documentElement) return true;
    return false;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    const said = (text.textContent ?? '').trim();
    if (!element || said === '' || element.closest('.sr, script, style, noscript, .skip') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (lines.length === 0) continue;
    const [left, right] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))];
    if ((left < -1 || right > innerWidth + 1) && !scrolls(element)) faults.push(`beyond the screen: ${name(element)}`);
    if (lines.length > 2 && said.length / lines.length < 3.5 && element.closest('svg') === null)
      faults.push(`letter under letter: ${name(element)}`);
    for (let box: Element | null = element; box; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (!/hidden|clip/.test(`${overflowX} ${overflowY}`)) continue;
      const edge = box.getBoundingClientRect();
      const out = lines.some(({ left, right, top, bottom }) =>
        [left - edge.left, edge.right - right, top - edge.top, edge.bottom - bottom].some((room) => room < -4),
      );
      if (out) faults.push(`under an edge: ${name(element)}`);
    }
  }
  return faults;
}
