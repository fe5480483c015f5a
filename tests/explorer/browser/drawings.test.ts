// Drawings on a telephone held upright: no label loses its first or its last letters.
import { expect, test } from 'vitest';
import { makePage } from '../page.ts';
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
