// Tables that are wider than the screen: a line and a shadow stand at each side where there is more of them.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makePage } from '../page.ts';
import { describeInBrowser } from './chromium.ts';

/** Views with a table that does not fit, and how it is found. */
const WIDE = [
  ['#pictures', '#topics-by-article .scroll', 320],
  ['#pictures', '#agreement .scroll', 320],
  ['#claims?as=table', '#view .scroll', 320],
  ['#claims?as=table', '#view .scroll', 768],
  ['#pictures', '#topics-by-article .scroll', 768],
] as const;

describeInBrowser(
  'a wide table',
  () => makePage({ claims: 240 }),
  (openTab) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      test.each(WIDE)(
        `shows where there is more of it, ${colorScheme}: %s %s, %i wide`,
        async (hash, selector, width) => {
          const { page, open } = await openTab({ viewport: { width, height: 900 }, colorScheme });
          await open(hash);
          const box = page.locator(selector).first();
          const more = await box.evaluate((element) => element.scrollWidth - element.clientWidth);
          expect(more).toBeGreaterThan(40);
          expect(await edges(page, box)).toEqual({ left: false, right: true });
          await box.evaluate((element) =>
            element.scrollTo({ left: element.scrollWidth / 2 - element.clientWidth / 2 }),
          );
          expect(await edges(page, box)).toEqual({ left: true, right: true });
          await box.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
          expect(await edges(page, box)).toEqual({ left: true, right: false });
        },
      );
    }

    test('that fits shows no such sign', async () => {
      const { page, open } = await openTab({ viewport: { width: 1280, height: 900 } });
      await open('#sources');
      expect(await edges(page, page.locator('#view .scroll').first())).toEqual({ left: false, right: false });
    });
  },
);

/** Whether the line stands at each side: whether most of an outermost column of pixels differs from the paper. */
async function edges(page: Page, box: Locator): Promise<{ left: boolean; right: boolean }> {
  await box.scrollIntoViewIfNeeded();
  const picture = (await box.screenshot()).toString('base64');
  const blank = await page.context().newPage();
  const levels = await blank.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawing = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    drawing.drawImage(image, 0, 0);
    // The very outermost may be the line between two cells, which lies over the sign.
    return [
      [0, 1],
      [image.width - 1, image.width - 2],
    ].map((columns) =>
      columns.map((x) => {
        const { data: pixels } = drawing.getImageData(x, 0, 1, image.height);
        const reds = Array.from({ length: image.height }, (_, y) => pixels[y * 4] ?? 0);
        return reds.toSorted((one, other) => one - other)[Math.floor(reds.length / 2)] ?? 0;
      }),
    );
  }, picture);
  await blank.close();
  const paper = await page.evaluate(() => {
    const [level = '0'] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? [];
    return Number(level);
  });
  const [left = false, right = false] = levels.map((side) => side.some((level) => Math.abs(level - paper) > 40));
  return { left, right };
}
