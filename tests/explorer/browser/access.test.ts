import { expect, test } from 'vitest';
import { makePage } from '../page.ts';
import { findViolations } from './axe.ts';
import { describeInBrowser } from './chromium.ts';
import { VIEWS } from './views.ts';

const SCREENS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const;

for (const edition of ['public', 'private'] as const) {
  describeInBrowser(
    `accessibility (${edition})`,
    () => makePage({ claims: 120, edition }),
    (openTab) => {
      const views = edition === 'public' ? VIEWS : VIEWS.slice(0, 1);
      const cases = views.flatMap((hash) => SCREENS.map((screen) => ({ hash, ...screen })));

      test.each(cases)(
        'axe finds nothing in $hash, $colorScheme, $width wide',
        async ({ hash, colorScheme, width }) => {
          const { page, open } = await openTab({ colorScheme, viewport: { width, height: 900 } });
          await open(hash);
          for (const closed of await page.locator('main > section:not([hidden]) details:not([open]) > summary').all()) {
            if (await closed.isVisible()) await closed.click();
          }
          expect(await findViolations(page)).toEqual([]);
        },
      );

      test('what has the focus is seen: an outline of two pixels that stands out', async () => {
        const { page, open } = await openTab();
        await open('#claims');
        for (let at = 0; at < 12; at += 1) {
          await page.keyboard.press('Tab');
          const style = await page.evaluate(() => {
            const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
            return `${outlineStyle} ${outlineWidth}`;
          });
          expect(style).toBe('solid 2px');
        }
      });
    },
  );
}
