import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { makeDatasetFiles } from '../datasetFixture.ts';
import { makePage } from '../page.ts';
import { describeInBrowser } from './chromium.ts';

const fixture = { claims: 90, repository: 'https://github.com/example/aldport' };
const files = makeDatasetFiles(fixture);

describeInBrowser(
  'a reader',
  () => makePage(fixture),
  (openTab) => {
    test('finds a refuted claim by typing, reads it, sees the same claim elsewhere and copies how to cite it', async () => {
      const { page, heading } = await openTab({ permissions: ['clipboard-read', 'clipboard-write'] });
      const refuted = findTwin('refuted');
      await page.getByRole('searchbox').pressSequentially(refuted.claim);
      await page.getByRole('checkbox', { name: /^Refuted/ }).check();
      await page.locator('.results h2 a').first().click();
      // Verdict and claim are one heading: nobody hears the sentence without it.
      await expect.poll(heading).toBe(`Refuted. Claim: ${refuted.claim}`);
      expect(await page.title()).toBe(`Refuted: ${refuted.claim} – Aldport Claims 2024`);
      expect(await page.locator('.definition').innerText()).toBe('Refuted: When a claim is refuted.');

      const here = page.url();
      const others = page.locator('section:has(> #elsewhere-heading)');
      expect(await others.locator('tbody tr').count()).toBeGreaterThan(1);
      await others.getByRole('link').first().click();
      await expect.poll(() => page.url()).not.toBe(here);
      expect(await heading()).toBe(`Refuted. Claim: ${refuted.claim}`);

      await page.getByRole('button', { name: 'Copy the BibTeX citation' }).click();
      const id = decodeURIComponent(page.url().split('#claim/')[1] ?? '');
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toContain(`Claim ${id} [Refuted]: ${refuted.claim}`);
    });

    test('comes back to the list as it was left', async () => {
      const { page } = await openTab();
      await page.getByRole('link', { name: 'Claims', exact: true }).click();
      await page.getByRole('button', { name: /^Show (?:\S+ more|the last)/ }).scrollIntoViewIfNeeded();
      const link = page.locator('.results > li').nth(40).locator('h2 a');
      await link.scrollIntoViewIfNeeded();
      const y = await page.evaluate(() => scrollY);
      const name = await link.textContent();
      await link.click();
      await page.waitForSelector('.claim');
      await page.goBack();
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
      // The place is found again once the row has its focus and the rows around it are drawn.
      await expect.poll(() => page.evaluate((before) => Math.abs(scrollY - before), y)).toBeLessThan(50);
    });

    test('finds a name in another spelling, with and without diacritics', async () => {
      const { page } = await openTab();
      const search = page.getByRole('searchbox');
      await search.fill('zelensky');
      await expect.poll(() => page.locator('.results mark').first().innerText()).toBe('Zelenskyy');
      await search.fill('kiev');
      await expect.poll(() => page.locator('.results h2 mark').first().innerText()).toBe('Kyiv');
      await search.fill('novakova');
      await expect.poll(() => page.locator('.results mark').first().innerText()).toBe('Nováková');
    });

    test('filters, and saves exactly these rows of claims.csv and claims.jsonl', async () => {
      const { page, save } = await openTab();
      await page.getByRole('link', { name: 'Claims', exact: true }).click();
      await page.getByRole('checkbox', { name: /^Misleading/ }).check();
      await page.getByRole('checkbox', { name: /The Gazette/ }).check();
      const shown = Number.parseInt(await page.locator('#view h1').innerText(), 10);
      const rows: Record<string, string>[] = parse(files.get('claims.csv') ?? '', { columns: true });
      const wanted = rows.filter((row) => row['verdict'] === 'misleading' && row['source_publisher'] === 'The Gazette');
      expect(wanted.length).toBeGreaterThan(0);
      expect(shown).toBe(wanted.length);
      const csv = await save('Save these claims as CSV');
      expect(parse(csv.text, { columns: true })).toEqual(wanted);
      expect(csv.text.split('\n')[0]).toBe(files.get('claims.csv')?.split('\n')[0]);
      const lines = (files.get('claims.jsonl') ?? '').split('\n');
      const ids = new Set(wanted.map((row) => row['claim_id']));
      const expected = lines.filter((line) => line !== '' && ids.has(JSON.parse(line).claim_id));
      expect((await save('Save these claims as JSON Lines')).text).toBe(`${expected.join('\n')}\n`);
    });

    test('saves every file of the dataset, byte for byte', async () => {
      const { page, open, save } = await openTab();
      const { files: listed } = JSON.parse(files.get('manifest.json') ?? '') as {
        files: { path: string; sha256: string }[];
      };
      for (const { path, sha256 } of listed) {
        // Chromium asks before the eleventh file of one visit.
        await open('#');
        await page.locator('.all-files > summary').click();
        const { name, text } = await save(`Save ${path}`);
        expect(name).toBe(path);
        expect(createHash('sha256').update(text).digest('hex'), path).toBe(sha256);
      }
    });

    test('finds a view again by its address', async () => {
      const { page, open } = await openTab();
      await page.getByRole('searchbox').fill('day');
      await page.getByRole('checkbox', { name: /^Supported/ }).check();
      await page.getByText('Date of the claim', { exact: true }).click();
      await page.getByRole('textbox', { name: 'From' }).fill('2024-01-01');
      await page.getByLabel('Sort').selectOption('newest');
      await expect.poll(() => page.url()).toContain('sort=newest');
      const seen = await page.locator('#view .results h2').allInnerTexts();
      const hash = new URL(page.url()).hash;
      await open(hash);
      expect(seen.length).toBeGreaterThan(0);
      expect(await page.locator('#view .results h2').allInnerTexts()).toEqual(seen);
      expect(await page.getByRole('searchbox').inputValue()).toBe('day');
      expect(await page.getByRole('checkbox', { name: /^Supported/ }).isChecked()).toBe(true);
      expect(await page.getByRole('textbox', { name: 'From' }).inputValue()).toBe('2024-01-01');
    });

    test('undoes a filter with the back button', async () => {
      const { page, open } = await openTab();
      await open('#claims');
      await page.getByRole('checkbox', { name: /^Refuted/ }).check();
      await expect.poll(() => page.locator('#view h1').innerText()).toMatch(/ of 90 claims/);
      await page.goBack();
      await expect.poll(() => page.locator('#view h1').innerText()).toBe('90 claims');
      expect(await page.getByRole('checkbox', { name: /^Refuted/ }).isChecked()).toBe(false);
    });

    test('is told what to loosen when nothing fits', async () => {
      const { page, open } = await openTab();
      await open('#claims?q=brdige&verdict=refuted');
      expect(await page.locator('#view h1').innerText()).toBe('0 of 90 claims');
      await page.getByRole('link', { name: 'bridge', exact: true }).click();
      await expect.poll(() => page.locator('.results > li').count()).toBeGreaterThan(0);
      await open('#claims?q=bridge&verdict=refuted&from=2030-01-01');
      await page.getByRole('link', { name: 'Drop the dates' }).click();
      await expect.poll(() => page.locator('.results > li').count()).toBeGreaterThan(0);
    });

    test('goes all the way with the keyboard alone', async () => {
      const { page } = await openTab();
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Skip to the content');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('bridge');
      // The address says the words once the list of the last letter is there.
      await expect.poll(() => page.url()).toContain('q=bridge');
      await page.waitForSelector('.results h2 a');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const second = await page.locator('.results > li').nth(1).locator('h2 a').innerText();
      expect(await focused()).toBe(second);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.claim');
      await expect.poll(focused).toContain(second);
      for (let at = 0; at < 9 && (await focused()) !== '← Back to the claims'; at += 1)
        await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.results');
      await expect.poll(focused).toBe(second);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');

      async function focused(): Promise<string | undefined> {
        return page.evaluate(() => document.activeElement?.textContent ?? undefined);
      }
    });

    test('learns of a correction, of a withdrawn claim, and of one that never was', async () => {
      const { page, open, heading } = await openTab();
      await open('#claim/gazette-0-c02');
      expect(await page.locator('.history').innerText()).toContain('A better source was found.');
      await open('#claim/gazette-0-c99');
      expect(await heading()).toBe('Withdrawn. The ferry sank.');
      expect(await page.locator('.claim').innerText()).toContain('It joined two claims.');
      await open('#claim/no-such-c01');
      expect(await heading()).toBe('No such claim');
    });

    test('can report an error, and leaves by links that tell nothing', async () => {
      const { page, open } = await openTab();
      await open('#claim/gazette-0-c02');
      const report = page.getByRole('link', { name: 'Report an error' });
      expect(await report.getAttribute('href')).toBe(
        'https://github.com/example/aldport/issues/new?template=correction.yml&id=gazette-0-c02&version=1.2.0',
      );
      for (const link of await page.locator('a[href^=http]').all()) {
        expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
      }
    });

    test('saves a picture as a drawing with its colours, and its numbers as CSV', async () => {
      const { open, save } = await openTab();
      await open('#pictures');
      const { name, text } = await save('Save as SVG: Verdicts by article');
      expect(name).toBe('verdicts-by-article.svg');
      expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(text).toContain('#D55E00');
      expect(text).not.toContain('var(');
      expect(text).toContain(
        '<title>Verdicts by article</title><desc>Aldport Claims 2024, version 1.2.0, CC-BY-4.0</desc>',
      );
      expect(text).not.toContain('<a ');
      const csv = await save('Save as CSV: Verdicts by article');
      const rows: string[][] = parse(csv.text);
      expect(rows[0]?.slice(0, 3)).toEqual(['Article', 'Publisher', 'Supported']);
      expect(rows.slice(1).reduce((total, row) => total + Number(row.at(-1)), 0)).toBe(90);
    });

    test('sees quotations in their own language and direction', async () => {
      const { page, open } = await openTab();
      await open('#claim/gazette-2-c02');
      const quotation = page.locator('.quotation blockquote');
      expect(await quotation.getAttribute('lang')).toBe('ar');
      expect(await quotation.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
      expect(
        await page
          .locator('h1')
          .last()
          .evaluate((element) => getComputedStyle(element).direction),
      ).toBe('ltr');
    });

    test('reads a day as a day after a publisher who is written from right to left', async () => {
      const { page, open } = await openTab();
      for (const [hash, place] of [
        ['#article/gazette-2', '#view .meta bdi'],
        ['#claim/gazette-2-c02', '#view figcaption > bdi'],
        ['#claims', '.facets label:has-text("صحيفة الميناء") bdi'],
      ] as const) {
        await open(hash);
        const [number, month] = await page
          .locator(place)
          .first()
          .evaluate((element) => {
            const text = element.lastChild ?? element;
            const day = (text.textContent ?? '').indexOf('15 March 2024');
            return [0, 3].map((at) => {
              const range = document.createRange();
              range.setStart(text, day + at);
              range.setEnd(text, day + at + 1);
              return range.getBoundingClientRect().x;
            });
          });
        expect(number, hash).toBeLessThan(month ?? 0);
      }
    });

    test('gets along with 360 pixels: nothing is wider than the screen', async () => {
      const { page, open } = await openTab({ viewport: { width: 360, height: 740 } });
      for (const hash of [
        '#',
        '#claims?verdict=refuted',
        '#claim/gazette-1-c04',
        '#pictures',
        '#articles',
        '#article/gazette-1',
        '#sources',
        '#claims?as=table',
        '#compare/gazette-0-c01/gazette-1-c04',
        '#document/datasheet',
      ]) {
        await open(hash);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), hash).toBeLessThanOrEqual(360);
      }
      await open('#claims');
      expect(await page.getByRole('checkbox', { name: /^Refuted/ }).isVisible()).toBe(false);
      await page.getByText('Filters', { exact: true }).click();
      await page.getByRole('checkbox', { name: /^Refuted/ }).check();
      await expect.poll(() => page.locator('.drawer > summary').innerText()).toBe('Filters (1)');
    });

    test('sees on a small telephone where filters lead, both sides of a comparison and the words of a table', async () => {
      const { page, open } = await openTab({ viewport: { width: 320, height: 568 } });
      await open('#claims');
      await page.getByText('Filters', { exact: true }).click();
      const button = await page.getByRole('button', { name: /^Show \d+ claims/ }).boundingBox();
      expect((button?.y ?? Number.NaN) + (button?.height ?? 0)).toBeLessThanOrEqual(568);
      const hidden = (selector: string) =>
        page.locator(selector).evaluate((box) => box.scrollWidth - box.getBoundingClientRect().width);
      await open('#compare/gazette-0-c01/gazette-1-c04');
      expect(await hidden('.scroll:has(.versus)')).toBeLessThanOrEqual(1);
      await open('#claims?as=table');
      const cell = await page.locator('.claims-table tbody th').first().boundingBox();
      expect((cell?.x ?? Number.NaN) + (cell?.width ?? 0)).toBeLessThanOrEqual(320);
    });

    test('reads the head of the page at every width, and with text twice as large', async () => {
      const { page, open } = await openTab();
      for (const [width, size] of [
        [320, 100],
        [768, 100],
        [1001, 100],
        [1024, 100],
        [1280, 125],
        [1280, 150],
        [1280, 200],
        [1440, 100],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await open('#claims');
        await page.evaluate((percent) => {
          document.documentElement.style.setProperty('font-size', `${percent}%`);
        }, size);
        // A word that is broken stands on two lines.
        const lines = await page
          .locator('.top nav a:visible')
          .evaluateAll((links) => links.map((link) => link.getClientRects().length));
        expect(Math.max(...lines), `${width} px, ${size} %`).toBe(1);
        const height = await page.locator('.top').evaluate((head) => head.getBoundingClientRect().height);
        expect(height, `${width} px, ${size} %`).toBeLessThan(260);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });

    test('who follows a link to a claim sees no other page before it', async () => {
      const { page } = await openTab();
      const url = page.url();
      await page.goto('about:blank');
      await page.addInitScript(() => {
        const seen: string[] = [];
        Object.assign(globalThis, { seen });
        const look = (): void => {
          const home = document.getElementById('home');
          if (home && getComputedStyle(home).display !== 'none') seen.push('home');
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await page.goto(`${url}#claim/gazette-1-c04`);
      await page.waitForSelector('.claim');
      expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
    });

    test('without a script sees what the dataset is and its charts, and no button that does nothing', async () => {
      const { page } = await openTab({ javaScriptEnabled: false });
      expect(await page.getByRole('link', { name: /^Browse/ }).isVisible()).toBe(false);
      expect(await page.locator('noscript').innerText()).toContain('needs JavaScript');
      expect(await page.locator('#pictures svg.plot:visible').count()).toBeGreaterThan(3);
      expect(await page.locator('button:visible, input:visible').count()).toBe(0);
      // The verdicts, the examples and the documents are there as text: a script would have to open what they link to.
      expect(await page.locator('.scale .still:visible').count()).toBe(scale.length);
      expect(await page.locator('#home a[href^="#"]:visible').count()).toBe(0);
    });

    test('goes from an article to its claims along the text, and from a claim to the next', async () => {
      const { page, open, heading } = await openTab();
      await open('#article/gazette-1');
      expect(await heading()).toBe('Bridge reopens, report 1');
      await page.locator('#strip .wide-only a').first().click();
      await expect.poll(heading).toMatch(/Claim: /);
      const first = await heading();
      await page.keyboard.press('ArrowRight');
      await expect.poll(heading).not.toBe(first);
      await page.getByRole('link', { name: '← Previous' }).click();
      await expect.poll(heading).toBe(first);
    });

    test('sees claims as a table, sorts it, and takes the code along', async () => {
      const { page, open } = await openTab();
      await open('#claims?verdict=refuted&as=table');
      await page.getByRole('button', { name: 'Claimant' }).click();
      await expect.poll(() => page.url()).toContain('sort=claimant');
      await page.getByText('Code that selects the same claims').click();
      // A browser says a little later that the part was opened.
      await expect.poll(() => page.locator('#code').innerText()).toContain('claims["verdict"].isin(["refuted"])');
    });

    test('may print a claim: the controls go, the addresses of the evidence come', async () => {
      const { page, open } = await openTab();
      await page.emulateMedia({ media: 'print' });
      await open('#claim/gazette-1-c04');
      expect(await page.getByRole('searchbox').isVisible()).toBe(false);
      expect(await page.locator('.evidence .print-only').first().isVisible()).toBe(true);
    });

    test('prints the whole list to PDF, every row of it, and says what was asked for', async () => {
      const { page, open } = await openTab();
      for (const [hash, rows] of [
        ['#claims', 90],
        ['#claims?verdict=refuted', claimsWith('refuted')],
      ] as const) {
        await open(hash);
        expect(await page.locator('.results > li').count(), 'drawn on the screen').toBeLessThanOrEqual(rows);
        const titles = outlineOf(await page.pdf({ outline: true, tagged: true }));
        // Every row is a heading that begins with its verdict.
        expect(titles.filter((title) => scale.some((label) => title.startsWith(label))).length, hash).toBe(rows);
      }
      expect(await page.locator('#printed').textContent()).toBe(`${claimsWith('refuted')} of 90 claims: Refuted.`);
    });
  },
);

const scale = ['Supported', 'Refuted', 'Misleading', 'Conflicting', 'Not enough evidence', 'Not checkable'];

function claimsWith(verdict: string): number {
  const lines = (files.get('claims.jsonl') ?? '').split('\n').filter((line) => line !== '');
  return lines.filter((line) => JSON.parse(line).verdict === verdict).length;
}

/** The headings of a PDF, out of its outline: an object each, its title in brackets or in hexadecimal. */
function outlineOf(pdf: Buffer): string[] {
  return [...pdf.toString('latin1').matchAll(/\/Title (?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]+)>)/gs)].map(
    ([, text, hex]) =>
      text ??
      Buffer.from(hex ?? '', 'hex')
        .swap16()
        .toString('utf16le')
        .replace('\uFEFF', ''),
  );
}

/** A claim of that verdict that is made in several articles. */
function findTwin(verdict: string): { claim: string } {
  const rows = (files.get('claims.jsonl') ?? '').split('\n').filter((line) => line !== '');
  const twins = rows.map((line) => JSON.parse(line) as { claim: string; verdict: string; same_as: string[] });
  const twin = twins.find((row) => row.verdict === verdict && row.same_as.length > 0);
  if (!twin) throw new Error(`The fixture has no ${verdict} claim in several articles.`);
  return twin;
}
