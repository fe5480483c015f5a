// The grid of topics by article on paper, which does not scroll.
import { expect, test } from 'vitest';
import { GRID_ARTICLES } from '../../../scripts/explorer/pictures/collectCounts.ts';
import { makePage } from '../page.ts';
import { describeInBrowser } from './chromium.ts';

/** An A4 page between margins of a centimetre, in pixels. */
const PAPER = 718;

describeInBrowser(
  'the printed grid of topics',
  () => makePage({ claims: 30 * GRID_ARTICLES }),
  (openTab) => {
    test('has the columns of all its articles on the page', async () => {
      const { page, open } = await openTab({ viewport: { width: PAPER, height: 1000 } });
      await open('#pictures');
      await page.emulateMedia({ media: 'print' });
      const heads = await page
        .locator('main > section:not([hidden]) .grid thead th')
        .evaluateAll((all) => all.map((head) => head.getBoundingClientRect().right));
      expect(heads).toHaveLength(GRID_ARTICLES + 1);
      expect(Math.max(...heads)).toBeLessThanOrEqual(PAPER);
    });
  },
);
