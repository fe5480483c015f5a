// Colours that the system chooses: what is told by a colour of the page must be told by an edge or a shape as well.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makePage } from '../page.ts';
import { findViolations } from './axe.ts';
import { describeInBrowser } from './chromium.ts';
import { VIEWS } from './views.ts';

/** The least contrast of what is no text but has to be seen (WCAG 1.4.11). */
const LEAST = 3;

describeInBrowser(
  'colours of the system',
  () => makePage({ claims: 120 }),
  (openTab) => {
    const cases = (['light', 'dark'] as const).flatMap((colorScheme) => VIEWS.map((hash) => ({ hash, colorScheme })));

    test.each(cases)('leave every mark of $hash to be seen, $colorScheme', async ({ hash, colorScheme }) => {
      const { page, open } = await openTab({ forcedColors: 'active', colorScheme });
      await open(hash);
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      expect(await page.evaluate(findUnseen, LEAST)).toEqual([]);
      expect(await findViolations(page)).toEqual([]);
    });

    test('leave the marks of the verdicts to be told apart by their shapes', async () => {
      const { page, open } = await openTab({ forcedColors: 'active' });
      await open('#');
      const shapes = await page
        .locator('.scale a .mark path')
        .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
      expect(shapes.length).toBeGreaterThan(4);
      expect(new Set(shapes).size).toBe(shapes.length);
    });

    test('leave the view that is open to be told from the others', async () => {
      const { page, open } = await openTab({ forcedColors: 'active' });
      await open('#claims');
      const edges = await page
        .locator('.top nav a:visible')
        .evaluateAll((links) =>
          links.map((link) => [link.hasAttribute('aria-current'), getComputedStyle(link).borderBottomWidth]),
        );
      expect(edges.filter(([, width]) => width !== '0px')).toEqual([[true, '2px']]);
    });

    test('leave boxes that a tint alone would show with an edge', async () => {
      const { page, open } = await openTab({ forcedColors: 'active' });
      const boxes: Readonly<Record<string, readonly string[]>> = {
        '#': ['.primary', '.citation', '.choice'],
        '#claim/gazette-1-c04': ['.claim h1 .ruling', '.citation'],
      };
      for (const [hash, selectors] of Object.entries(boxes)) {
        await open(hash);
        for (const selector of selectors) expect(await edgeOf(page, selector), selector).toBe('solid');
      }
    });
  },
);

function edgeOf(page: Page, selector: string): Promise<string> {
  return page
    .locator(`${selector}:visible`)
    .first()
    .evaluate((element) => getComputedStyle(element).borderTopStyle);
}

/** Shapes whose fill and outline both hardly differ from what is behind them. */
function findUnseen(least: number): string[] {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((text) => {
      const part = Number(text) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const isClear = (colour: string): boolean => colour === 'none' || /^rgba\(.*, 0\)$|^transparent$/.test(colour);
  const behind = (element: Element): string => {
    for (let box: Element | null = element; box; box = box.parentElement) {
      const { backgroundColor } = getComputedStyle(box);
      if (!isClear(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  return [
    ...document.querySelectorAll('svg.mark path, svg.plot path, svg.plot rect:not(.hit), svg.bar-of rect'),
  ].flatMap((shape) => {
    const { width, height } = shape.getBoundingClientRect();
    if (width + height === 0) return [];
    const { fill, stroke, strokeWidth } = getComputedStyle(shape);
    const back = behind(shape);
    const seen = [fill, strokeWidth === '0px' ? 'none' : stroke].some(
      (colour) => !isClear(colour) && contrast(colour, back) >= least,
    );
    return seen
      ? []
      : [
          `${shape.getAttribute('class') ?? ''} in ${shape.parentElement?.getAttribute('class')}: ${fill}, ${stroke} on ${back}`,
        ];
  });
}
