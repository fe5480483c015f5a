import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FIRST } from '../../scripts/explorer/buildExplorer.ts';
import { folderOf, readDataset } from '../../scripts/explorer/dataset.ts';
import { bundlePage } from '../../scripts/platform/bundlePage.ts';
import { makeDataset, makeDatasetFiles, makeSurroundings } from './datasetFixture.ts';
import { HOSTILE } from './hostile.ts';
import { makePage, PAGE_FOLDER, pageOf } from './page.ts';

vi.setConfig({ testTimeout: 120_000 });

const code = await bundlePage(PAGE_FOLDER);
const blocks = (page: string) => [...page.matchAll(/<script type="application\/gzip" id="([^"]+)">([^<]*)<\/script>/g)];
const policyOf = (page: string) =>
  parseHTML(page).document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

describe('the page', () => {
  const timeZone = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = timeZone;
  });

  it('is the same bytes every time, in every time zone', async () => {
    const pages = [];
    for (const zone of ['Pacific/Kiritimati', 'America/St_Johns']) {
      process.env['TZ'] = zone;
      pages.push(await makePage());
    }
    expect(pages[0] === pages[1]).toBe(true);
  });

  it('is at most 250 kB without data', () => {
    const page = pageOf(makeDataset({ claims: 1 }), code);
    const data = blocks(page).reduce((total, [block]) => total + block.length, 0);
    expect(Buffer.byteLength(page) - data).toBeLessThan(250_000);
  });

  it('names no machine and no path of one', () => {
    expect(code.script + code.style + code.notice).not.toContain(process.cwd());
  });

  it('carries the notices of the packages inside it', () => {
    expect(code.notice).toContain('This page holds fflate');
    expect(code.notice).toMatch(/MIT/);
  });

  it('lets run nothing but its own script, and style nothing but its own sheet', () => {
    const page = pageOf(makeDataset(), code);
    const { document } = parseHTML(page);
    const policy = policyOf(page);
    const [style] = document.querySelectorAll('style');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${sha256(FIRST)}' 'sha256-${sha256(code.script)}';`);
    expect(policy).toContain(`style-src 'sha256-${sha256(style?.textContent ?? '')}'`);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('connect-src');
  });

  it('asks its server for news, and has room for findings, only where it is served', async () => {
    const served = pageOf(makeDataset(), await bundlePage(PAGE_FOLDER, true), { live: true });
    expect(policyOf(served)).toContain("connect-src 'self'");
    expect(served.includes('new EventSource')).toBe(true);
    const published = pageOf(makeDataset(), code);
    for (const word of ['EventSource', '/parts/', 'id="findings"', 'SERVED']) expect(published).not.toContain(word);
  });

  it('loads nothing: no address stands where a browser would fetch it', () => {
    const { document } = parseHTML(pageOf(makeDataset({ repository: 'https://github.com/example/aldport' }), code));
    expect([...document.querySelectorAll('[src], link, iframe, object, embed, img, base, form[action]')]).toEqual([]);
  });

  it('describes the dataset to search engines', () => {
    const { document } = parseHTML(pageOf(makeDataset({ repository: 'https://github.com/example/aldport' }), code));
    expect(JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '')).toMatchObject({
      '@type': 'Dataset',
      name: 'Aldport Claims 2024',
      version: '1.2.0',
      license: 'https://spdx.org/licenses/CC-BY-4.0.html',
      datePublished: '2024-06-02',
      url: 'https://github.com/example/aldport',
    });
  });

  it('tells on its first screen how many claims have which verdict, and how many none, all claims once', () => {
    const dataset = makeDataset();
    const [verdict = ''] = Object.entries(dataset.manifest.counts.claims_by_verdict).find(([, n]) => n > 0) ?? [];
    const rowsOf = (open: number) => {
      const { counts } = dataset.manifest;
      const byVerdict = { ...counts.claims_by_verdict, [verdict]: (counts.claims_by_verdict[verdict] ?? 0) - open };
      const manifest = { ...dataset.manifest, counts: { ...counts, claims_by_verdict: byVerdict } };
      const { document } = parseHTML(pageOf({ ...dataset, manifest }, code));
      return [...document.querySelectorAll('.scale > li')].map((row) => ({
        label: row.querySelector('a b')?.textContent,
        count: Number.parseInt(row.querySelector('a .count')?.textContent ?? '', 10),
      }));
    };
    expect(rowsOf(0).some(({ label }) => label === 'Not settled')).toBe(false);
    expect(rowsOf(1).at(-1)).toEqual({ label: 'Not settled', count: 1 });
    expect(rowsOf(1).reduce((sum, { count }) => sum + count, 0)).toBe(dataset.manifest.counts.claims);
  });

  it('lists every file of the manifest with size and digest', () => {
    const dataset = makeDataset();
    const { document } = parseHTML(pageOf(dataset, code));
    const text = document.querySelector('.files')?.textContent ?? '';
    for (const { path, sha256: digest } of dataset.manifest.files) {
      expect(text).toContain(path);
      // Files without a byte have one digest.
      const labels = [...document.querySelectorAll(`[data-copy-text="${digest}"]`)].map((one) =>
        one.getAttribute('aria-label'),
      );
      expect(labels.some((label) => label?.includes(path))).toBe(true);
    }
  });

  it('writes its licence in one way wherever a reader sees it', () => {
    const licences = [{ id: 'CC-BY-4.0', name: 'Attribution 4.0' }];
    const { body } = parseHTML(pageOf({ ...makeDataset(), licences }, code)).document;
    for (const script of body.querySelectorAll('script')) script.remove();
    const seen = body.outerHTML.replaceAll(/ href="[^"]*"/g, '');
    expect(seen.split('Attribution 4.0').length).toBeGreaterThan(3);
    expect(seen).not.toContain('CC-BY-4.0');
  });

  it('carries the files that it cannot write from the claims', () => {
    const files = makeDatasetFiles();
    const page = pageOf(readDataset(folderOf(files), makeSurroundings()), code);
    const carried = blocks(page)
      .filter(([, id]) => id?.startsWith('data-file'))
      .map(([, , text]) => gunzipSync(Buffer.from(text ?? '', 'base64')).toString());
    const expected = ['codebook.md', 'entities.csv', 'entities.jsonl', 'withdrawn.csv', 'withdrawn.jsonl'];
    expect(carried.sort()).toEqual(expected.map((path) => files.get(path)).sort());
  });
});

describe('hostile strings', () => {
  it('open no element and no attribute in the page as it is built', () => {
    const dataset = makeDataset({ texts: HOSTILE, claims: HOSTILE.length });
    const [title, abstract] = [HOSTILE.join(' '), HOSTILE.join(' ')];
    const hostile = {
      ...dataset,
      citation: {
        ...dataset.citation,
        title,
        abstract,
        authors: HOSTILE.map((name) => ({ kind: 'entity' as const, name })),
      },
      claims: () => [...dataset.claims()].map((claim, at) => ({ ...claim, source_publisher: HOSTILE[at] ?? '' })),
      verdicts: dataset.verdicts.map((verdict, at) => ({
        ...verdict,
        label: HOSTILE[at] ?? '',
        definition: HOSTILE[at] ?? '',
      })),
      topics: dataset.topics.map((topic, at) => ({ ...topic, label: HOSTILE[at] ?? '' })),
    };
    const plain = parseHTML(pageOf(dataset, code)).document;
    const { document } = parseHTML(pageOf(hostile, code));
    // Blocks of data may be more: these claims no longer give the files of the fixture.
    const scripts = 'script:not([type="application/gzip"])';
    expect(document.querySelectorAll(scripts).length).toBe(plain.querySelectorAll(scripts).length);
    expect([...document.querySelectorAll('img, iframe, base, template, object')]).toEqual([]);
    expect(document.querySelectorAll('style').length).toBe(1);
    for (const element of document.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^autofocus$/);
    }
    expect(document.querySelector('#home h1')?.textContent).toBe(title);
  });
});

describe('editions', () => {
  it('a private one is marked as not for publication', () => {
    const page = pageOf(makeDataset({ edition: 'private' }), code);
    const { document } = parseHTML(page);
    expect(document.querySelector('body > .private')?.textContent).toContain('not for publication');
    expect(document.title).toMatch(/^PRIVATE/);
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toContain('noindex');
  });

  it('a public one is not', () => {
    expect(pageOf(makeDataset(), code).includes('not for publication')).toBe(false);
  });
});

describe('datasets that cannot be shown', () => {
  it('lack a file of the manifest', () => {
    const files = makeDatasetFiles();
    files.delete('claims.csv');
    expect(() => readDataset(folderOf(files), makeSurroundings())).toThrow('holds no claims.csv');
  });

  it('hold a verdict outside the scale', () => {
    const surroundings = makeSurroundings();
    const verdicts = surroundings.verdicts.filter(({ id }) => id !== 'refuted');
    const dataset = readDataset(folderOf(makeDatasetFiles()), { ...surroundings, verdicts });
    expect(() => [...dataset.claims()]).toThrow('which the scale lacks');
  });

  it('are not those without any claim', () => {
    expect(pageOf(makeDataset({ claims: 0 }), code).includes('Browse 0 claims')).toBe(true);
  });
});
