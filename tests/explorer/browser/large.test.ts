import { expect, test } from 'vitest';
import { makePage } from '../page.ts';
import { describeInBrowser } from './chromium.ts';

const COUNT = 20_000;

describeInBrowser(
  'twenty thousand claims',
  () => makePage({ claims: COUNT }),
  (openTab) => {
    test('are searched and filtered, and drawn only as far as they are read', async () => {
      const { page, open } = await openTab();
      await open('#claims');
      expect(await page.locator('#view h1').innerText()).toMatch(/^20\s000 claims$/);
      const rows = page.locator('.results > li');
      expect(await rows.count()).toBeLessThan(100);
      await page.getByRole('button', { name: /^Show (?:\S+ more|the last)/ }).scrollIntoViewIfNeeded();
      await expect.poll(() => rows.count()).toBeGreaterThan(30);
      await page.getByRole('searchbox').fill('bridge ferry quay');
      await page.getByRole('searchbox').fill('bridge');
      await expect.poll(() => page.locator('#view h1').innerText()).toMatch(/of 20\s000 claims$/);
      expect(await rows.count()).toBeLessThan(100);
    });

    test('need not be unpacked, nor any script run, before the first screen is there', async () => {
      const { page } = await openTab({ javaScriptEnabled: false });
      expect(await page.locator('#home h1').innerText()).toBe('Aldport Claims 2024');
      expect(await page.locator('#home .facts').innerText()).toMatch(/20\s000/);
      // A link to a view that a script would have to draw leads nowhere.
      expect(await page.getByText(/^Browse 20\s000 claims$/).isVisible()).toBe(false);
      expect(await page.locator('noscript').innerText()).toContain('needs JavaScript');
    });

    test('can each be opened by address, the last like the first', async () => {
      const { page, open, heading } = await openTab();
      for (const place of [0, COUNT - 1]) {
        const article = Math.floor(place / 30);
        await open(`#claim/gazette-${article}-c${String((place % 30) + 1).padStart(2, '0')}`);
        expect(await heading()).not.toBe('No such claim');
        expect(await page.locator('.justification').innerText()).not.toBe('');
      }
    });
  },
);
