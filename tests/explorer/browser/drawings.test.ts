// Drawings on a telephone held upright: no label loses its first or its last letters.
import { expect, test } from 'vitest';
import { bundlePage } from '../../../scripts/platform/bundlePage.ts';
import { makeDataset, withClaims } from '../datasetFixture.ts';
import { makePage, PAGE_FOLDER, pageOf } from '../page.ts';
import { describeInBrowser } from './chromium.ts';

describeInBrowser(
  'the charts of a page',
  () => makePage({ claims: 120 }),
  (openTab) => {
    test.each([320, 360, 768, 1280])('keep every label within the drawing, %i wide', async (width) => {
      const { page, open } = await openTab({ viewport: { width, height: 800 } });
      await open('#pictures');
      expect(await page.evaluate(findBeyond)).toEqual({ seen: true, beyond: [] });
    });
  },
);

/** Claims that speak of three days, two of them near one another and one near the end of the line. */
async function makeEventful(): Promise<string> {
  const dataset = makeDataset({ claims: 120 });
  const days = ['2024-02-10', '2024-02-13', '2024-05-25'];
  const claims = [...dataset.claims()].map((claim, at) => {
    const day = days[at % 3] ?? '';
    return { ...claim, event_date: day, claim_date: day, claim_date_first: day, claim_date_last: day };
  });
  return pageOf(withClaims(dataset, claims), await bundlePage(PAGE_FOLDER));
}

describeInBrowser('the days that are marked on the time line', makeEventful, (openTab) => {
  test.each([320, 768, 1280])('stand apart from its bars, its heads and one another, %i wide', async (width) => {
    const { page, open } = await openTab({ viewport: { width, height: 800 } });
    await open('#pictures');
    const drawing = page.locator('#time-line svg.plot:visible');
    expect(await drawing.locator('.muted.over').allTextContents()).toEqual([
      '10 Feb 2024',
      '13 Feb 2024',
      '25 May 2024',
    ]);
    expect(await drawing.evaluate(findCollisions)).toEqual([]);
  });
});

/** Texts that lie over a bar or another text. */
function findCollisions(drawing: Element): string[] {
  const boxes = [...drawing.querySelectorAll('text, rect.bar')].map((element) => ({
    element,
    box: element.getBoundingClientRect(),
  }));
  return boxes
    .filter(({ element }) => element.tagName === 'text')
    .flatMap((one) =>
      boxes.flatMap((other) => {
        const [a, b] = [one.box, other.box];
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
        return one === other || apart ? [] : [`${one.element.textContent} on ${other.element.textContent || 'a bar'}`];
      }),
    );
}

/** Texts of drawings that begin before the drawing, by more than a slanting stroke does, or end behind the screen. */
function findBeyond(): { seen: boolean; beyond: string[] } {
  const beyond: string[] = [];
  let seen = false;
  for (const drawing of document.querySelectorAll('main svg.plot')) {
    const frame = drawing.getBoundingClientRect();
    if (frame.width === 0) continue;
    for (const text of drawing.querySelectorAll('text')) {
      seen = true;
      const { left, right } = text.getBoundingClientRect();
      if (left < frame.left - 2 || right > document.documentElement.clientWidth) beyond.push(text.textContent ?? '');
    }
  }
  return { seen, beyond };
}
