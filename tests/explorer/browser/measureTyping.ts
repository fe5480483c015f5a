// A built page → processor time of the page for each letter typed: `npx tsx tests/explorer/browser/measureTyping.ts FILE`.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM } from './chromium.ts';

/** Short and long words, several words, a name, an id in the making; each letter is one measurement. */
const QUERIES = ['bridge closed', 'minister of the harbour', 'river price', 'zelensky', 'the mayor said', 'water'];
/** Milliseconds in which a letter is dealt with, drawn, and its count announced to nobody yet. */
const PAUSE = 120;

const [file = 'build/explorer/index.html'] = process.argv.slice(2);
if (CHROMIUM === undefined) throw new Error('There is no Chromium: apt-get install chromium.');
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const debuggerOf = await page.context().newCDPSession(page);
// Of the page's thread alone: what else the machine does is not counted.
await debuggerOf.send('Performance.enable', { timeDomain: 'threadTicks' });
const read = async (): Promise<(name: string) => number> => {
  const { metrics } = await debuggerOf.send('Performance.getMetrics');
  return (name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
};

await page.goto(`${pathToFileURL(resolve(file)).href}#claims`);
await page.waitForSelector('html[data-ready]', { timeout: 120_000 });
const loaded = (await read())('TaskDuration');
const times: number[] = [];
for (const query of QUERIES) {
  await page.locator('#query').fill('');
  await page.waitForTimeout(PAUSE);
  for (const letter of query) {
    const before = (await read())('TaskDuration');
    await page.locator('#query').press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(PAUSE);
    times.push(((await read())('TaskDuration') - before) * 1000);
  }
}
times.sort((one, other) => one - other);
const share = (part: number): string =>
  (times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0).toFixed(0);
console.log(
  `list usable after ${(loaded * 1000).toFixed(0)} ms of processor; ${times.length} letters: median ${share(0.5)} ms, ` +
    `p95 ${share(0.95)} ms, worst ${share(1)} ms; heap ${((await read())('JSHeapUsedSize') / 1e6).toFixed(0)} MB`,
);
await browser.close();
