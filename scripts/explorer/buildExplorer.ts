// A dataset and the page's code → build/explorer/index.html.
import { createHash } from 'node:crypto';
import type { ArticleRow } from '../schemas/generated/types.ts';
import type { ExplorerDataset } from './dataset.ts';
import { writeDatasetFile } from './datasetFiles.ts';
import { renderHome } from './html/home.ts';
import { embedJson, html, Markup } from './html/markup.ts';
import { packText } from './html/packText.ts';
import { renderPictures } from './html/picturesSection.ts';
import { describeDataset } from './html/structuredData.ts';
import { packClaims, unpackCore } from './pageData.ts';
import { BLOCKS, type PageFile, type PageMeta } from './pageMeta.ts';
import { pictureAgreement } from './pictures/agreement.ts';
import { pictureContradictions } from './pictures/contradictions.ts';
import { pictureTime } from './pictures/timeLine.ts';
import { pictureVerdicts } from './pictures/verdictsByPublisher.ts';
import { groupSpellings } from './search/nameVariants.ts';
import { indexClaims } from './search/searchIndex.ts';

/** The page's code: one script and one style sheet, and the notices of the packages inside them. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
  readonly notice: string;
}

/** Asks the server for news and loads the page again when there is some; only in a page that is being served. */
const RELOAD = "new EventSource('/changes').onmessage=()=>location.reload()";

/**
 * Builds the page: the same bytes for the same dataset and code.
 * @param live whether the page is served and loads itself again after a change.
 */
export function buildExplorer(dataset: ExplorerDataset, code: PageCode, live = false): string {
  const { edition, citation, claims, entities, verdicts, topics, withdrawn } = dataset;
  const spellings = groupSpellings(entities, dataset.spellings);
  const packed = packClaims(claims, edition);
  const { files, blocks } = packFiles(dataset, [...unpackCore(packed.core, edition).articles.values()]);
  const meta: PageMeta = {
    edition,
    citation,
    verdicts: verdicts.map(({ id, label, definition }) => ({ id, label, definition })),
    topics: topics.map(({ id, label }) => ({ id, label })),
    spellings,
    withdrawn,
    files,
    details: packed.details.length,
  };
  const pictures = [pictureVerdicts, pictureTime, pictureAgreement, pictureContradictions].map((draw) => draw(dataset));
  const style = `${code.style}${verdicts.map(({ colour }, at) => `:root{--verdict-${at}:${colour}}.v${at}{fill:${colour}}`).join('')}`;
  const scripts = [code.script, ...(live ? [RELOAD] : [])];
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(digest).join(' ')}`,
    `style-src ${digest(style)}`,
    live ? "connect-src 'self'" : null,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].filter((directive) => directive !== null);
  const isPrivate = edition === 'private';
  const title = `${isPrivate ? 'PRIVATE – ' : ''}${citation.title}`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${isPrivate ? html`<meta name="robots" content="noindex, nofollow">` : null}
<title>${title}</title>
<style>${new Markup(style)}</style>
<script type="application/ld+json">${embedJson(describeDataset(dataset))}</script>
<!--${new Markup(`\n${code.notice.replaceAll('--', '- -')}\n`)}-->
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${isPrivate ? html`<aside class="private" aria-label="Edition"><strong>Private edition, not for publication.</strong> It holds other people’s copyrighted text. Do not share this file.</aside>` : null}
<header class="top">
<a class="brand" href="#" dir="auto">${citation.title}</a>
<form role="search" id="search"><label class="sr" for="query">Search claims, quotations, people and sources</label><input type="search" id="query" placeholder="Search claims, names, sources" autocomplete="off" spellcheck="false" maxlength="300"></form>
<nav aria-label="Views"><a href="#claims" data-view="claims">Claims</a><a href="#pictures" data-view="pictures">Pictures</a><a href="#" data-view="home">About</a></nav>
</header>
<main id="main" tabindex="-1">
<noscript><p class="private">Searching and browsing the claims needs JavaScript. Nothing is sent anywhere.</p></noscript>
${renderHome(dataset)}
${renderPictures(pictures)}
<section id="view" hidden></section>
</main>
<p class="sr" role="status" id="status"></p>
<footer><p><bdi>${citation.title}</bdi> ${citation.version}, ${citation.license}. This page works without a network and sends nothing anywhere.</p></footer>
<script type="application/json" id="meta">${embedJson(meta)}</script>
${scripts.map((script) => html`<script>${new Markup(script)}</script>\n`)}`;
  const data = [
    block(BLOCKS.core, JSON.stringify(packed.core)),
    block(BLOCKS.index, indexClaims(claims, entities, spellings)),
    ...packed.details.map((detail, at) => block(BLOCKS.detail(at), JSON.stringify(detail))),
    ...blocks,
  ];
  return `${page.text}${data.join('')}</body>\n</html>\n`;
}

/** Sorts the files into those that the claims give byte for byte and those that the page must carry. */
function packFiles(
  { manifest, files, claims, edition }: ExplorerDataset,
  articles: readonly ArticleRow[],
): { files: PageFile[]; blocks: string[] } {
  const blocks: string[] = [];
  const listed = manifest.files.map(({ path }, at) => {
    const text = files.get(path) ?? '';
    const made = writeDatasetFile(path, claims, articles, edition) === text;
    if (!made) blocks.push(block(BLOCKS.file(at), text));
    return { path, made };
  });
  return { files: listed, blocks };
}

function block(id: string, text: string): string {
  return `<script type="application/gzip" id="${id}">${packText(text)}</script>\n`;
}

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
