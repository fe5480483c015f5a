import { createHash } from 'node:crypto';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { parseHTML } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';
import { buildSite } from '../../scripts/explorer/buildSite.ts';
import { type ExplorerDataset, readDataset } from '../../scripts/explorer/dataset.ts';
import { bundlePage } from '../../scripts/platform/bundlePage.ts';
import { openFolder } from '../../scripts/platform/reading.ts';
import { openProject } from '../../scripts/project/openProject.ts';
import { readSurroundings } from '../../scripts/project/surroundings.ts';
import { makeDataset, withClaims } from './datasetFixture.ts';
import { HOSTILE } from './hostile.ts';
import { PAGE_FOLDER } from './page.ts';

vi.setConfig({ testTimeout: 300_000 });

const code = await bundlePage(PAGE_FOLDER);
const BASE = 'https://example.org/data/';

function build(dataset: ExplorerDataset, base: string | null = BASE): Map<string, string> {
  const files = new Map<string, string>();
  for (const { path, content } of buildSite(dataset, code, base)) {
    files.set(
      path,
      typeof content === 'string'
        ? content
        : content instanceof Uint8Array
          ? Buffer.from(content).toString('latin1')
          : [...content].join(''),
    );
  }
  return files;
}

const published = readDataset(openFolder('dataset'), readSurroundings(openProject({ raw: 'raw' })));
const site = build(published);
const pages = [...site].filter(([path]) => path.endsWith('.html'));

/** Where the links of every page lead, without what leads out of the site. */
function crawl(files: ReadonlyMap<string, string>): string[] {
  const broken: string[] = [];
  for (const [path, text] of files) {
    if (!path.endsWith('.html')) continue;
    const { document } = parseHTML(text);
    for (const element of document.querySelectorAll('a[href], link[rel=stylesheet]')) {
      const href = element.getAttribute('href') ?? '';
      if (/^https?:/.test(href)) continue;
      const url = new URL(href, `https://site/${path}`);
      const target = decodeURIComponent(url.pathname.slice(1)) || 'index.html';
      const there = files.get(target);
      if (there === undefined) broken.push(`${path}: ${href}`);
      else if (url.hash.startsWith('#doc-') && !there.includes(`id="${decodeURIComponent(url.hash.slice(1))}"`))
        broken.push(`${path}: ${href}`);
    }
  }
  return broken;
}

describe('the site of the published dataset', () => {
  const claims = [...published.claims()];

  it('has a page for every claim, article and document', () => {
    for (const { claim_id } of claims) expect(site.has(`claims/${claim_id}.html`), claim_id).toBe(true);
    for (const { article_id } of published.articles) expect(site.has(`articles/${article_id}.html`)).toBe(true);
    for (const { id } of published.documents) expect(site.has(`documents/${id}.html`)).toBe(true);
  });

  it('leads nowhere that is not there', () => {
    expect(crawl(site)).toEqual([]);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate(
      new StaticConfigLoader({
        extends: ['html-validate:standard'],
        rules: {
          // The empty attribute is written as the library writes it, and titles may be as long as claims are.
          'attribute-boolean-style': 'off',
          'long-title': 'off',
          'no-inline-style': 'error',
        },
      }),
    );
    const faults: string[] = [];
    for (const [path, text] of pages) {
      // The packed data of the page is no markup.
      const markup = text.replace(/<script type="application\/gzip"[^>]*>[^<]*<\/script>/g, '');
      const report = await validator.validateString(markup, path);
      for (const { messages } of report.results)
        faults.push(...messages.map((one) => `${path}:${one.line} ${one.ruleId} ${one.message}`));
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });

  // A longer one is cut in the title.
  const reviewed = claims.find(
    ({ claim_id, claim }) => claim.length < 100 && site.get(`claims/${claim_id}.html`)?.includes('"ClaimReview"'),
  );

  it.skipIf(!reviewed)('says verdict and claim together in title, preview and citation, and carries the review', () => {
    const claim = reviewed;
    const label = published.verdicts.find(({ id }) => id === claim?.verdict)?.label;
    const { document } = parseHTML(site.get(`claims/${claim?.claim_id}.html`) ?? '');
    const meta = (name: string) =>
      document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content');
    expect(document.querySelector('h1')?.textContent).toBe(`${label}. Claim: ${claim?.claim}`);
    for (const said of [document.title, meta('og:title'), meta('citation_title')])
      expect(said).toContain(`${label}: ${claim?.claim}`);
    expect(meta('description')).toBe(claim?.justification);
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `${BASE}claims/${claim?.claim_id}.html`,
    );
    const review = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    expect(review).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      identifier: claim?.claim_id,
      claimReviewed: claim?.claim,
    });
  });

  it('carries on each page the review of its own claim, or none', () => {
    for (const { claim_id } of claims) {
      const { document } = parseHTML(site.get(`claims/${claim_id}.html`) ?? '');
      const review = document.querySelector('script[type="application/ld+json"]')?.textContent;
      if (review) expect(JSON.parse(review).identifier).toBe(claim_id);
    }
  });

  it('runs no script but in the one page that says so', () => {
    for (const [path, text] of pages) {
      if (path === 'index.html') continue;
      expect(text, path).not.toMatch(/<script(?! type="application\/ld\+json")/);
      const policy = parseHTML(text)
        .document.querySelector('meta[http-equiv="Content-Security-Policy"]')
        ?.getAttribute('content');
      expect(policy, path).toMatch(/^default-src 'none'; style-src 'self';/);
    }
  });

  it('lists every page in its sitemap', () => {
    const listed = [...(site.get('sitemap.xml') ?? '').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url]) => url?.replace(BASE, '') || 'index.html',
    );
    expect(listed.sort()).toEqual(pages.map(([path]) => path).sort());
  });

  it('invents no address where none is known', () => {
    const nowhere = build(makeDataset({ claims: 40 }), null);
    expect(nowhere.has('sitemap.xml')).toBe(false);
    expect([...nowhere.values()].join('')).not.toMatch(/rel="canonical"|og:url/);
  });

  it('is the same bytes every time', () => {
    const digest = (files: ReadonlyMap<string, string>) =>
      createHash('sha256')
        .update(JSON.stringify([...files]))
        .digest('hex');
    expect(digest(build(published))).toBe(digest(site));
  });
});

describe('any site', () => {
  it('keeps a page for a claim that was withdrawn', () => {
    const files = build(makeDataset({ claims: 40 }));
    expect(files.get('claims/gazette-0-c99.html')).toContain('It joined two claims.');
    expect(crawl(files)).toEqual([]);
  });

  it('says of an imported verdict that it is one: in the list, on its page, and in what others read of it', () => {
    const dataset = makeDataset({ claims: 40 });
    const claims = [...dataset.claims()].map((claim, at) =>
      at === 0 ? { ...claim, status: 'imported' as const } : claim,
    );
    const files = build(withClaims(dataset, claims));
    const [claim] = claims;
    const label = dataset.verdicts.find(({ id }) => id === claim?.verdict)?.label;
    const said = `${label} (imported verdict)`;
    const { document } = parseHTML(files.get(`claims/${claim?.claim_id}.html`) ?? '');
    for (const name of ['og:title', 'citation_title'])
      expect(
        document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content'),
      ).toContain(`${said}: ${claim?.claim}`);
    expect(document.title).toContain(said);
    expect(document.querySelector('h1')?.textContent).toBe(`${said}. Claim: ${claim?.claim}`);
    expect(
      [...document.querySelectorAll('.citation')].every(({ textContent }) => textContent?.includes(`[${said}]`)),
    ).toBe(true);
    const list = parseHTML(files.get('claims/index.html') ?? '').document.querySelectorAll('.rows > li');
    expect([...list].map(({ textContent }) => textContent?.includes('(imported verdict)')).indexOf(true)).toBe(0);
    expect([...list].filter(({ textContent }) => textContent?.includes('(imported verdict)'))).toHaveLength(1);
  });

  it('lists claims on several pages where there are many', () => {
    const files = build(makeDataset({ claims: 450 }));
    expect([...files.keys()].filter((path) => /^claims\/(?:index|page)/.test(path))).toEqual([
      'claims/index.html',
      'claims/page-2.html',
      'claims/page-3.html',
    ]);
    expect(crawl(files)).toEqual([]);
  });

  it('shows hostile strings as they are', () => {
    const dataset = makeDataset({ claims: HOSTILE.length, texts: HOSTILE });
    const claims = [...dataset.claims()].map((claim, at) => ({
      ...claim,
      quote: HOSTILE[at] ?? '',
      justification: HOSTILE[at] ?? '',
      evidence: claim.evidence.map((item) => ({
        ...item,
        title: HOSTILE[at] ?? '',
        url: HOSTILE[at] ?? '',
        archive_url: HOSTILE[at] ?? '',
        origin: null,
      })),
    }));
    const files = build(withClaims(dataset, claims));
    for (const [at, { claim_id }] of claims.entries()) {
      const { document } = parseHTML(files.get(`claims/${claim_id}.html`) ?? '');
      expect(document.querySelector('.said')?.textContent).toBe(HOSTILE[at]);
      expect([...document.querySelectorAll('img, iframe, base, template, object, script:not([type])')]).toEqual([]);
      for (const link of document.querySelectorAll('main a'))
        expect(link.getAttribute('href')).toMatch(/^(?:\.\.\/|https:\/\/example\.org\/)/);
    }
  });

  it('refuses an id that leads out of its folder', () => {
    const dataset = makeDataset({ claims: 1 });
    const claims = [...dataset.claims()].map((claim) => ({ ...claim, claim_id: '../../evil-c01' }));
    expect(() => build(withClaims(dataset, claims))).toThrow('cannot be the name of a page');
  });
});
