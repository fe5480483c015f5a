// A dataset and the page's code → one page: what a reader sees first, then the data in packed blocks.
import { createHash } from 'node:crypto';
import { gzip } from '../formats/gzip.ts';
import { joinPieces, writeList } from './data/joinPieces.ts';
import { CHUNK, packArticle, packDetails, packTexts, type Values } from './data/packing.ts';
import type { ExplorerDataset } from './dataset.ts';
import { showHome } from './html/home.ts';
import { describeDataset } from './html/structuredData.ts';
import { type Child, h } from './nodes/node.ts';
import { embedJson, escapeHtml, renderHtml } from './nodes/renderHtml.ts';
import { BLOCKS } from './pageMeta.ts';
import { sayLicence } from './parts/licence.ts';
import type { Showing } from './parts/showing.ts';
import { listPictures, showPictures } from './pictures/listPictures.ts';
import { linkFrom, pathOf } from './site/paths.ts';
import { type Survey, surveyDataset } from './survey.ts';
import { formatView, type View } from './view/viewState.ts';

/** The page's code: one script and one style sheet, and the notices of the packages inside them. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
  readonly notice: string;
}

/** A piece of the data: a text in UTF-8, or its gzip. */
export interface Block {
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface ExplorerPage {
  readonly head: string;
  /** The data, packed while it is read. */
  readonly blocks: () => Iterable<Block>;
  /** The same, for who packs it elsewhere. */
  readonly unpacked: () => Iterable<Block>;
  readonly tail: string;
}

export interface PageOptions {
  /** The page is a preview: it is served, and is told of changes. */
  readonly live?: boolean;
  /** The blocks lie beside the page as `data/<id>.gz` and are fetched when they are needed. */
  readonly hosted?: boolean;
  /** Address of the folder in which the page is published, with `/` at its end. */
  readonly base?: string | null;
  /** Static pages lie beside the page, for those without a script. */
  readonly site?: boolean;
}

/**
 * Runs before anything is drawn: an old browser is told so, and whoever follows a link to a claim does not see the
 * first screen before it.
 */
export const FIRST = `(function(d,w){var c='old';if(w.DecompressionStream&&Object.hasOwn&&[].findLast){c='js';if(w.location.hash.length>1)c+=' deep'}d.className=c})(document.documentElement,window)`;

/** Builds the page: the same bytes for the same dataset and code. */
export function buildExplorer(
  dataset: ExplorerDataset,
  code: PageCode,
  options: PageOptions = {},
  survey: Survey = surveyDataset(dataset),
): ExplorerPage {
  const { live = false, hosted = false, base = null, site = false } = options;
  const { edition, citation } = dataset;
  const { meta, articles, counts } = survey;
  const showing: Showing = { meta, articles, link: formatView, address: () => null };
  const style = code.style + styleVerdicts(dataset);
  const policy = [
    "default-src 'none'",
    `script-src ${digest(FIRST)} ${digest(code.script)}`,
    `style-src ${digest(style)}`,
    live || hosted ? "connect-src 'self'" : null,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].filter((directive) => directive !== null);
  const isPrivate = edition === 'private';
  const title = `${isPrivate ? 'PRIVATE – ' : ''}${citation.title}`;
  const description =
    citation.abstract ?? `${counts.claims} claims, each with a verdict, what decides it, and the evidence.`;
  const body: Child[] = [
    h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
    live && h('aside', { id: 'findings', 'aria-label': 'Findings', hidden: true }),
    isPrivate &&
      h(
        'aside',
        { class: 'private', 'aria-label': 'Edition' },
        h('strong', {}, 'Private edition, not for publication.'),
        ' It holds other people’s copyrighted text. Do not share this file.',
      ),
    h(
      'header',
      { class: 'top' },
      h('a', { class: 'brand', href: '#', dir: 'auto' }, citation.title),
      h(
        'form',
        { role: 'search', id: 'search', class: 'live' },
        h('label', { class: 'sr', for: 'query' }, 'Search claims, quotations, people and sources'),
        h('input', {
          type: 'search',
          id: 'query',
          placeholder: 'Search claims, names, ids',
          title: 'Ctrl+K',
          'aria-keyshortcuts': 'Control+K Meta+K',
          autocomplete: 'off',
          spellcheck: 'false',
          maxlength: 300,
        }),
      ),
      h(
        'nav',
        { 'aria-label': 'Views' },
        VIEWS.map(([name, label]) =>
          h(
            'a',
            {
              href: name === 'home' ? '#' : `#${name}`,
              'data-view': name,
              class: name !== 'home' && name !== 'pictures' && 'live',
            },
            label,
          ),
        ),
      ),
    ),
    h(
      'p',
      { class: 'print-only printed' },
      `${citation.title}, version ${citation.version}${citation.released === null ? '' : ` of ${citation.released}`}. `,
      h('span', { id: 'printed' }),
    ),
    h(
      'main',
      { id: 'main', tabindex: -1 },
      h(
        'noscript',
        {},
        h(
          'p',
          { class: 'private' },
          'Searching and browsing the claims needs JavaScript, which is switched off here. What the dataset is and its charts are below. Nothing is sent anywhere.',
          site && [' ', h('a', { href: 'claims/index.html' }, 'All claims as plain pages.')],
        ),
      ),
      h(
        'p',
        { class: 'private old-only' },
        'This browser is too old to open the claims: it takes Chrome or Edge 109, Firefox 115, Safari 16.4, or newer. What the dataset is and its charts are below.',
      ),
      h('p', { class: 'private', id: 'failed', hidden: true }),
      h(
        'section',
        { id: 'home', 'aria-labelledby': 'home-title' },
        showHome(showing, dataset, survey, site ? stillAt : undefined),
      ),
      h(
        'section',
        { id: 'pictures', 'aria-labelledby': 'pictures-title' },
        showPictures(showing, listPictures(showing, counts, dataset.manifest)),
      ),
      h('section', { id: 'view' }, h('p', { class: 'wait', id: 'wait' }, 'Opening …')),
    ),
    h('p', { class: 'sr', role: 'status', id: 'status' }),
    h(
      'footer',
      {},
      h(
        'p',
        { class: 'live' },
        [
          ['changes', 'Changes between versions'],
          ...meta.documents.map(({ id, title: name }) => [`document/${id}`, name]),
        ].map(([view, name], at) => [at > 0 && ' · ', h('a', { href: `#${view}` }, name)]),
      ),
      site &&
        h(
          'p',
          {},
          'Plain pages: ',
          h('a', { href: 'claims/index.html' }, 'claims'),
          ', ',
          h('a', { href: 'articles/index.html' }, 'articles'),
          ', ',
          h('a', { href: 'sources.html' }, 'sources'),
          ', ',
          h('a', { href: 'charts.html' }, 'charts'),
        ),
      h(
        'p',
        {},
        h('bdi', {}, citation.title),
        ` ${citation.version}, ${sayLicence(showing, citation.license)}. This page works without a network and sends nothing anywhere.`,
      ),
    ),
  ];
  const head = [
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy.join('; ') }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'description', content: description }),
    isPrivate && h('meta', { name: 'robots', content: 'noindex, nofollow' }),
    base !== null && h('link', { rel: 'canonical', href: base }),
    h('title', {}, title),
    h('script', {}, FIRST),
    h('style', {}, style),
    h('script', { type: 'application/ld+json' }, embedJson(describeDataset(dataset))),
  ];
  const notice = `<!--\n${code.notice.replaceAll('--', '- -')}\n-->`;
  return {
    head: `<!doctype html>\n<html lang="en">\n<head>\n${head.map(renderHtml).join('\n')}\n${notice}\n</head>\n<body>\n${body.map(renderHtml).join('\n')}
<script type="application/json" id="meta">${embedJson(meta)}</script>
<script>${code.script}</script>
`,
    *blocks() {
      for (const { id, bytes } of listBlocks(dataset, survey)) yield { id, bytes: gzip(bytes) };
    },
    unpacked: () => listBlocks(dataset, survey),
    tail: '</body>\n</html>\n',
  };
}

const VIEWS = [
  ['home', 'Overview'],
  ['claims', 'Claims'],
  ['articles', 'Articles'],
  ['sources', 'Sources'],
  ['pictures', 'Charts'],
] as const;

/** The plain page beside this one that shows a view; what only a script can show has none. */
function stillAt(view: View): string | null {
  const path = pathOf(view);
  return path.startsWith('index.html') ? null : linkFrom('index.html')(view);
}

/** The page as one file, piece by piece. */
export function* renderPage({ head, blocks, tail }: ExplorerPage): Iterable<string> {
  yield head;
  for (const { id, bytes } of blocks()) yield embedBlock(id, encodeBlock(bytes));
  yield tail;
}

/** Packs blocks in their order, on as many threads as it likes. */
export type PackBlocks = (blocks: Iterable<Block>) => AsyncIterable<Block>;

/** The same page with its data packed elsewhere. */
export async function* renderPackedPage(
  { head, unpacked, tail }: ExplorerPage,
  pack: PackBlocks,
): AsyncGenerator<string> {
  yield head;
  for await (const { id, bytes } of pack(unpacked())) yield embedBlock(id, encodeBlock(bytes));
  yield tail;
}

export function encodeBlock({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

/** A block of the data as an element of the page; `text` is what `encodeBlock` gave. */
export function embedBlock(id: string, text: string): string {
  return `<script type="application/gzip" id="${escapeHtml(id)}">${text}</script>\n`;
}

function* listBlocks(dataset: ExplorerDataset, { meta, core, index, articles }: Survey): Iterable<Block> {
  const { edition, extra } = dataset;
  const block = (id: string, value: unknown): Block => ({
    id,
    bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
  });
  yield { id: BLOCKS.core, bytes: joinPieces(core.write) };
  const packArticles = function* (): Generator<Values> {
    for (const article of articles.values()) yield packArticle(article, edition, extra);
  };
  yield { id: BLOCKS.articles, bytes: joinPieces(() => writeList(packArticles())) };
  for (let at = 0; at < index.length; at += 1) yield block(BLOCKS.index(at), index.read(at));
  let [texts, details, chunk]: [Values[], Values[], number] = [[], [], 0];
  const flush = function* (): Iterable<Block> {
    if (texts.length === 0) return;
    yield block(BLOCKS.texts(chunk), texts);
    yield block(BLOCKS.details(chunk), details);
    [texts, details, chunk] = [[], [], chunk + 1];
  };
  for (const claim of dataset.claims()) {
    texts.push(packTexts(claim));
    if (details.push(packDetails(claim, edition, extra)) === CHUNK) yield* flush();
  }
  yield* flush();
  for (const [at, { path, how }] of meta.files.entries())
    if (how === 'carried') yield block(BLOCKS.file(at), dataset.text(path));
  for (const { id, text } of dataset.documents) yield block(BLOCKS.document(id), text);
}

/** The colours of the scale, as fill of a mark and as edge of a band. */
export function styleVerdicts({ verdicts }: ExplorerDataset): string {
  return verdicts
    .map(({ colour }, at) => `:root{--verdict-${at}:${colour}}.v${at}{fill:${colour}}.b${at}{--tint:${colour}}`)
    .join('');
}

export function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
