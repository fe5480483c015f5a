// Built pages → processor time of each for every letter typed: `npx tsx tests/explorer/browser/measureTyping.ts FILE…`.
// Several pages take turns, query by query, so that what else the machine does falls on all of them.
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { seededRandom } from '../../../bench/words.ts';
import { CHROMIUM } from './chromium.ts';

/** Short and long words, several words, a name, an id in the making; each letter is one measurement. */
const QUERIES = ['bridge closed', 'minister of the harbour', 'river price', 'zelensky', 'the mayor said', 'water'];
/** Sets of queries that are drawn from the claims of the first page: this many, of so many letters at least. */
const SEEDS = 4;
const LETTERS = 75;
/** Milliseconds in which a letter is dealt with and drawn; and in which a reader looks at a list that was opened. */
const PAUSE = 120;
const LOOK = 1500;

interface Letter {
  readonly typed: string;
  /** Milliseconds of the page's thread: in all, and what of it are the script, styles and the layout. */
  readonly all: number;
  readonly script: number;
  readonly style: number;
  readonly layout: number;
}

const files = process.argv.slice(2);
if (files.length === 0) files.push('build/explorer/index.html');
if (CHROMIUM === undefined) throw new Error('There is no Chromium: apt-get install chromium.');
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
const sets = [QUERIES, ...Array.from({ length: SEEDS }, (_, seed) => drawQueries(files[0] ?? '', seed + 1))];
const all = files.map((): Letter[] => []);
for (const [at, queries] of sets.entries()) {
  // Each set begins with a page that has unpacked nothing yet.
  const tabs = await Promise.all(files.map((file) => openTab(browser, file)));
  const letters = files.map((): Letter[] => []);
  for (const query of queries) {
    for (const [which, tab] of tabs.entries()) letters[which]?.push(...(await tab.type(query)));
  }
  for (const [which, tab] of tabs.entries()) {
    all[which]?.push(...(letters[which] ?? []));
    report(`${nameFile(files[which] ?? '')}, ${at === 0 ? 'fixed' : `seed ${at}`}`, letters[which] ?? []);
    console.log(`   ${await tab.close()}`);
  }
}
for (const [which, file] of files.entries()) {
  report(`${nameFile(file)}, all`, all[which] ?? []);
  const worst = [...(all[which] ?? [])].sort((one, other) => other.all - one.all).slice(0, 8);
  for (const { typed, ...parts } of worst)
    console.log(
      `   ${Object.entries(parts)
        .map(([name, time]) => `${name} ${time.toFixed(0)}`)
        .join(', ')}: ${typed}`,
    );
}
await browser.close();

async function openTab(own: Browser, file: string) {
  const context = await own.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const debuggerOf = await context.newCDPSession(page);
  // Of the page's thread alone: what else the machine does is not counted.
  await debuggerOf.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<(name: string) => number> => {
    const { metrics } = await debuggerOf.send('Performance.getMetrics');
    return (name) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
  };
  await page.goto(`${pathToFileURL(resolve(file)).href}#claims`);
  await page.waitForSelector('html[data-ready]', { timeout: 120_000 });
  const usable = (await read())('TaskDuration');
  await page.waitForTimeout(LOOK);
  return {
    type: async (query: string): Promise<Letter[]> => {
      await page.bringToFront();
      await page.locator('#query').fill('');
      await page.waitForTimeout(PAUSE);
      const letters: Letter[] = [];
      for (const [at, letter] of [...query].entries()) {
        const before = await read();
        await page.locator('#query').press(letter === ' ' ? 'Space' : letter);
        await page.waitForTimeout(PAUSE);
        const after = await read();
        const spent = (name: string): number => after(name) - before(name);
        letters.push({
          typed: query.slice(0, at + 1),
          all: spent('TaskDuration'),
          script: spent('ScriptDuration'),
          style: spent('RecalcStyleDuration'),
          layout: spent('LayoutDuration'),
        });
      }
      return letters;
    },
    close: async (): Promise<string> => {
      const heap = (await read())('JSHeapUsedSize') / 1e9;
      await context.close();
      return `list usable after ${usable.toFixed(0)} ms; heap ${heap.toFixed(0)} MB`;
    },
  };
}

/** One to three words of a claim, cut short now and then; the same for the same page and seed. */
function drawQueries(file: string, seed: number): string[] {
  const random = seededRandom(seed, 0);
  const blocks = [...readFileSync(file, 'utf8').matchAll(/id="data-texts-\d+">([^<]+)</g)].map(([, text = '']) => text);
  const queries: string[] = [];
  for (let letters = 0; letters < LETTERS; letters += queries.at(-1)?.length ?? 0) {
    const block = blocks[random(blocks.length)] ?? '';
    const claims: readonly [string][] = JSON.parse(gunzipSync(Buffer.from(block, 'base64')).toString());
    const words = (claims[random(claims.length)]?.[0] ?? '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const from = random(words.length);
    const query = words.slice(from, from + 1 + random(3)).join(' ');
    queries.push(query.slice(0, Math.max(3, query.length - random(4))));
  }
  return queries;
}

function report(title: string, letters: readonly Letter[]): void {
  const times = letters.map((letter) => letter.all).sort((one, other) => one - other);
  const share = (part: number): string =>
    (times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0).toFixed(0);
  console.log(
    `${title}: ${times.length} letters: median ${share(0.5)} ms of processor, p95 ${share(0.95)}, worst ${share(1)}`,
  );
}

function nameFile(file: string): string {
  return `${basename(dirname(resolve(file)))}/${basename(file)}`;
}
