// Built pages → how long each takes until its list can be used, and the memory of its process at most:
// `npx tsx tests/explorer/browser/measureOpening.ts FILE…`. Linux alone tells the peak of a process.
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM } from './chromium.ts';

const RUNS = 3;
/** What is typed before the memory is read: a search unpacks parts of the page. */
const QUERY = 'water bridge';
/** Milliseconds between two letters, and after the last. */
const [LETTER, LOOK] = [150, 1500];

interface Opening {
  /** Seconds of wall until the list can be used, and milliseconds of the page's own thread. */
  readonly wall: number;
  readonly thread: number;
  /** Megabytes. */
  readonly peak: number;
}

const files = process.argv.slice(2);
if (files.length === 0) files.push('build/explorer/index.html');
for (const file of files) {
  const runs: Opening[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await openOnce(file));
  const median = (of: (one: Opening) => number): number =>
    runs.map(of).sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? Number.NaN;
  console.log(
    `${file}: ${(statSync(file).size / 1e6).toFixed(2)} MB; list usable after ${median((one) => one.wall).toFixed(2)} s of wall, ${median((one) => one.thread).toFixed(0)} ms of its thread; process ${median((one) => one.peak).toFixed(0)} MB at most (medians of ${RUNS})`,
  );
}

/** A page in a browser of its own: nothing is in its caches. */
async function openOnce(file: string): Promise<Opening> {
  if (CHROMIUM === undefined) throw new Error('There is no Chromium: apt-get install chromium.');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const metrics = await page.context().newCDPSession(page);
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
  const start = performance.now();
  await page.goto(`${pathToFileURL(resolve(file)).href}#claims`);
  await page.waitForSelector('html[data-ready]', { timeout: 200_000 });
  const wall = (performance.now() - start) / 1000;
  const read = await metrics.send('Performance.getMetrics');
  const thread = (read.metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  await page.locator('#query').pressSequentially(QUERY, { delay: LETTER });
  await page.waitForTimeout(LOOK);
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id));
  await browser.close();
  return { wall, thread, peak: Math.max(...peaks) };
}

/** The largest resident size that a process has had, in megabytes. */
function peakOf(id: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1000;
}
