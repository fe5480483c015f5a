// A dataset → a site: the page, and beside it a static page for every claim, article and source that needs no script.

import type { ClaimRow } from '../schemas/generated/types.ts';
import { buildExplorer, type PageCode, renderPage, styleVerdicts } from './buildExplorer.ts';
import type { ExplorerDataset } from './dataset.ts';
import type { Child } from './nodes/node.ts';
import { h } from './nodes/node.ts';
import { renderHtml } from './nodes/renderHtml.ts';
import { showArticle, showArticles } from './parts/article.ts';
import { listChangedClaims, showChanges } from './parts/changes.ts';
import { showClaim, showWithdrawn, titleClaim, type Way } from './parts/claim.ts';
import { showDocument } from './parts/document.ts';
import { groupDigits } from './parts/groupDigits.ts';
import {
  describeArticle,
  type ListedClaim,
  linkClaim,
  nameArticle,
  originName,
  type Showing,
} from './parts/showing.ts';
import { showSource, showSources } from './parts/sources.ts';
import { plural } from './parts/wording.ts';
import { listPictures, showPictures } from './pictures/listPictures.ts';
import { collectSources } from './site/collectSources.ts';
import { linkFrom, pathOf } from './site/paths.ts';
import { reviewReader } from './site/reviews.ts';
import { SortedTexts } from './site/sortedTexts.ts';
import { renderStaticPage } from './site/staticPage.ts';
import { type Survey, surveyDataset } from './survey.ts';

/** One file of the site; `path` is relative to its folder, with `/`. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array | Iterable<string>;
}

/** Bytes of data up to which the page holds everything itself; beyond it fetches pieces when they are needed. */
const INLINE = 5_000_000;
/** Claims of one page of the list. */
const LISTED = 200;
/** Articles of the list of articles. */
const ARTICLES = 500;

/**
 * Builds the site file by file: the same bytes for the same dataset and code, holding a few claims at a time.
 * @param base the address at which the site will lie, with `/` at its end; null where it is not known, and then nothing
 * says one.
 * @throws Error for an id that cannot be a file's name.
 */
export function* buildSite(dataset: ExplorerDataset, code: PageCode, base: string | null): Iterable<SiteFile> {
  const survey = surveyDataset(dataset);
  const style = code.style + styleVerdicts(dataset);
  const paths = base === null ? null : new SortedTexts(dataset.scratch);
  const page = (
    path: string,
    title: string,
    body: Child,
    more: Partial<Parameters<typeof renderStaticPage>[0]> = {},
  ): SiteFile => {
    paths?.add(path);
    return { path, content: renderStaticPage({ dataset, path, title, body, base, ...more }) };
  };
  yield { path: 'style.css', content: `${style}\n` };
  yield* buildIndex(dataset, code, base, survey);
  paths?.add('index.html');
  const showingAt = (path: string): Showing => ({
    meta: survey.meta,
    articles: survey.articles,
    link: linkFrom(path),
    address: (view) => (base === null ? null : base + pathOf(view)),
  });
  yield* buildClaims(dataset, survey, showingAt, page);
  yield* buildList(dataset, survey, showingAt, page);
  for (const row of dataset.withdrawn) {
    const path = pathOf({ name: 'claim', id: row.claim_id });
    yield page(
      path,
      `Withdrawn: ${row.claim}`,
      showWithdrawn(showingAt(path), row, wayIn([], -1, linkFrom(path)({ name: 'article', id: row.article_id }))),
      { description: row.reason },
    );
  }
  yield* buildArticleList(survey, showingAt, page);
  yield* buildSources(dataset, survey, showingAt, page);
  yield page(
    'charts.html',
    'Charts',
    h(
      'article',
      { class: 'page' },
      showPictures(showingAt('charts.html'), listPictures(showingAt('charts.html'), survey.counts, dataset.manifest)),
    ),
  );
  yield page('changes.html', 'Changes', showChanges(showingAt('changes.html'), collectChanged(dataset, survey)));
  for (const document of dataset.documents)
    yield page(pathOf({ name: 'document', id: document.id }), document.title, showDocument(document));
  if (base !== null && paths !== null) yield* buildSitemap(paths, base);
}

type MakePage = (
  path: string,
  title: string,
  body: Child,
  more?: { description?: string; claim?: { row: ClaimRow; review: string | null } },
) => SiteFile;
type ShowingAt = (path: string) => Showing;

function* buildIndex(
  dataset: ExplorerDataset,
  code: PageCode,
  base: string | null,
  survey: Survey,
): Iterable<SiteFile> {
  const sizes = dataset.manifest.files.find(({ path }) => path === 'claims.jsonl')?.bytes ?? 0;
  // Packed data is about a third of the rows.
  const hosted = sizes / 3 > INLINE;
  const page = buildExplorer(dataset, code, { hosted, base, site: true }, survey);
  yield { path: 'index.html', content: hosted ? page.head + page.tail : renderPage(page) };
  if (hosted) for (const { id, bytes } of page.blocks()) yield { path: `data/${id}.gz`, content: bytes };
}

/** A page for every claim, and with the last claim of an article the page of the article. */
function* buildClaims(
  dataset: ExplorerDataset,
  { articles }: Survey,
  showingAt: ShowingAt,
  page: MakePage,
): Iterable<SiteFile> {
  const twins = collectTwins(dataset);
  const readReview = reviewReader(dataset);
  let group: ClaimRow[] = [];
  const flush = function* (): Iterable<SiteFile> {
    const article = articles.get(group[0]?.article_id ?? '');
    if (!article) return;
    for (const [at, claim] of group.entries()) {
      const path = pathOf({ name: 'claim', id: claim.claim_id });
      const showing = showingAt(path);
      const others = claim.same_as.flatMap((id) => twins.get(id) ?? []);
      const way = wayIn(group, at, showing.link({ name: 'article', id: article.article_id }));
      yield page(path, titleClaim(showing, claim), showClaim(showing, claim, others, way), {
        description: claim.justification ?? '',
        claim: { row: claim, review: readReview(claim.claim_id) },
      });
    }
    const path = pathOf({ name: 'article', id: article.article_id });
    yield page(
      path,
      `${nameArticle(article)} (${describeArticle(article)})`,
      showArticle(showingAt(path), article, group),
      {
        description: article.synopsis ?? '',
      },
    );
  };
  for (const claim of dataset.claims()) {
    if (group.length > 0 && group[0]?.article_id !== claim.article_id) {
      yield* flush();
      group = [];
    }
    group.push(claim);
  }
  yield* flush();
}

function wayIn(group: readonly ClaimRow[], at: number, article: string): Way {
  return {
    back: { href: article, text: '← The article' },
    previous: group[at - 1]?.claim_id ?? null,
    next: group[at + 1]?.claim_id ?? null,
    place: at < 0 ? null : `${at + 1} of ${group.length}`,
  };
}

/** Claims that others say are the same: few, so that they can be held. */
function collectTwins(dataset: ExplorerDataset): Map<string, ListedClaim> {
  const twins = new Map<string, ListedClaim>();
  for (const { claim_id, article_id, claim, verdict, status, same_as } of dataset.claims()) {
    if (same_as.length > 0) twins.set(claim_id, { claim_id, article_id, claim, verdict, status });
  }
  return twins;
}

/** Claims that the list of changes speaks of. */
function collectChanged(dataset: ExplorerDataset, survey: Survey): Map<string, ListedClaim> {
  const ids = listChangedClaims(survey);
  const claims = new Map<string, ListedClaim>();
  if (ids.size === 0) return claims;
  for (const { claim_id, article_id, claim, verdict, status } of dataset.claims())
    if (ids.has(claim_id)) claims.set(claim_id, { claim_id, article_id, claim, verdict, status });
  return claims;
}

/** The list of all claims, some to a page. */
function* buildList(
  dataset: ExplorerDataset,
  { counts }: Survey,
  showingAt: ShowingAt,
  page: MakePage,
): Iterable<SiteFile> {
  const all = counts.claims;
  const pages = Math.max(1, Math.ceil(all / LISTED));
  const nameOf = (at: number): string => (at === 0 ? 'claims/index.html' : `claims/page-${at + 1}.html`);
  let listed: Child[] = [];
  let at = 0;
  const flush = (): SiteFile => {
    const step = (to: number, text: string, rel: string): Child =>
      to >= 0 && to < pages && h('a', { href: nameOf(to).split('/')[1] ?? '', rel }, text);
    const file = page(
      nameOf(at),
      at === 0 ? 'Claims' : `Claims, page ${at + 1} of ${pages}`,
      h(
        'article',
        { class: 'page' },
        h('h1', {}, plural(all, 'claim'), pages > 1 && `, page ${at + 1} of ${groupDigits(pages)}`),
        h('p', {}, h('a', { href: '../index.html#claims' }, 'Search and filter them')),
        h('ol', { class: 'rows', start: at * LISTED + 1 }, listed),
        pages > 1 &&
          h(
            'nav',
            { class: 'way', 'aria-label': 'Pages' },
            h('span', {}, step(at - 1, '← Previous page', 'prev'), ' ', step(at + 1, 'Next page →', 'next')),
          ),
      ),
    );
    [listed, at] = [[], at + 1];
    return file;
  };
  for (const claim of dataset.claims()) {
    const showing = showingAt(nameOf(at));
    if (listed.push(h('li', {}, linkClaim(showing, claim))) === LISTED) yield flush();
  }
  if (listed.length > 0 || all === 0) yield flush();
}

function* buildArticleList({ articles, counts }: Survey, showingAt: ShowingAt, page: MakePage): Iterable<SiteFile> {
  const countOf = (id: string) => counts.byArticle.get(id) ?? {};
  for (const article of articles.values()) {
    if (counts.byArticle.has(article.article_id)) continue;
    const path = pathOf({ name: 'article', id: article.article_id });
    yield page(path, nameArticle(article), showArticle(showingAt(path), article, []), {
      description: article.synopsis ?? '',
    });
  }
  const rows = articles.values()[Symbol.iterator]();
  for (let start = 0; start === 0 || start < articles.size; start += ARTICLES) {
    const number = start / ARTICLES + 1;
    const path = number === 1 ? 'articles/index.html' : `articles/page-${number}.html`;
    const shown = take(rows, ARTICLES);
    const more = start + ARTICLES < articles.size;
    yield page(path, number === 1 ? 'Articles' : `Articles, page ${number}`, [
      showArticles(showingAt(path), shown, countOf),
      more && h('p', {}, h('a', { href: `page-${number + 1}.html`, rel: 'next' }, 'Next page →')),
    ]);
  }
}

/** The next of some rows. */
function take<T>(rows: Iterator<T>, most: number): T[] {
  const taken: T[] = [];
  while (taken.length < most) {
    const { value, done } = rows.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

function* buildSources(
  dataset: ExplorerDataset,
  { counts, meta }: Survey,
  showingAt: ShowingAt,
  page: MakePage,
): Iterable<SiteFile> {
  yield page('sources.html', 'Sources', showSources(showingAt('sources.html'), counts.origins, counts.sites));
  const claimsOf = collectSources(dataset);
  for (const kind of ['origin', 'site'] as const) {
    for (const { id } of kind === 'origin' ? counts.origins : counts.sites) {
      const path = pathOf({ name: kind, id });
      if (path.startsWith('index.html')) continue;
      yield page(
        path,
        kind === 'origin' ? originName({ meta }, id) : id,
        showSource(showingAt(path), kind, id, claimsOf(kind, id)),
        { description: `Claims with evidence from ${id}` },
      );
    }
  }
}

/** Addresses of one file of a sitemap at most (sitemaps.org, protocol 0.9). */
const ADDRESSES = 50_000;

function* buildSitemap(paths: SortedTexts, base: string): Iterable<SiteFile> {
  const sorted = paths[Symbol.iterator]();
  const xml = (name: string, entries: readonly string[]): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</${name}>\n`;
  const list = (some: readonly string[]): string =>
    xml(
      'urlset',
      some.map((path) => renderHtml(h('url', {}, h('loc', {}, base + path.replace(/^index\.html$/, ''))))),
    );
  if (paths.size <= ADDRESSES) yield { path: 'sitemap.xml', content: list(take(sorted, ADDRESSES)) };
  else {
    const parts = Array.from({ length: Math.ceil(paths.size / ADDRESSES) }, (_, at) => `sitemap-${at + 1}.xml`);
    for (const path of parts) yield { path, content: list(take(sorted, ADDRESSES)) };
    yield {
      path: 'sitemap.xml',
      content: xml(
        'sitemapindex',
        parts.map((path) => renderHtml(h('sitemap', {}, h('loc', {}, base + path)))),
      ),
    };
  }
  yield { path: 'robots.txt', content: `User-agent: *\nAllow: /\nSitemap: ${base}sitemap.xml\n` };
}
