// The body of a view → a page that stands alone: no script, one style sheet, and what machines ask of its head.

import type { ClaimRow } from '../../schemas/generated/types.ts';
import { citeApa } from '../citation.ts';
import type { ExplorerDataset } from '../dataset.ts';
import { type Child, h } from '../nodes/node.ts';
import { renderHtml } from '../nodes/renderHtml.ts';
import { linkFrom } from './paths.ts';

export interface StaticPage {
  readonly dataset: ExplorerDataset;
  readonly path: string;
  readonly title: string;
  readonly body: Child;
  /** The address of the site, null where it is not known. */
  readonly base: string | null;
  readonly description?: string;
  readonly claim?: { readonly row: ClaimRow; readonly review: string | null };
}

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";
/** Characters of a title in a tab or a preview. */
const TITLE = 160;

export function renderStaticPage({ dataset, path, title, body, base, description, claim }: StaticPage): string {
  const { citation, edition } = dataset;
  const link = linkFrom(path);
  const root = '../'.repeat(path.split('/').length - 1);
  const address = base === null ? null : base + path;
  const isPrivate = edition === 'private';
  const full = `${cut(title)} – ${citation.title}`;
  const said = description ?? citation.abstract ?? citation.title;
  const head: Child[] = [
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    isPrivate && h('meta', { name: 'robots', content: 'noindex, nofollow' }),
    h('title', {}, isPrivate ? `PRIVATE – ${full}` : full),
    h('meta', { name: 'description', content: said }),
    address !== null && h('link', { rel: 'canonical', href: address }),
    h('link', { rel: 'stylesheet', href: `${root}style.css` }),
    h('meta', { property: 'og:type', content: 'article' }),
    h('meta', { property: 'og:title', content: cut(title) }),
    h('meta', { property: 'og:description', content: said }),
    h('meta', { property: 'og:site_name', content: citation.title }),
    address !== null && h('meta', { property: 'og:url', content: address }),
    claim && citationMeta(dataset, title, address),
    claim?.review && h('script', { type: 'application/ld+json' }, claim.review.replaceAll('<', '\\u003c')),
  ];
  const page: Child[] = [
    h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
    isPrivate &&
      h(
        'aside',
        { class: 'private', 'aria-label': 'Edition' },
        h('strong', {}, 'Private edition, not for publication.'),
        ' It holds other people’s copyrighted text.',
      ),
    h(
      'header',
      { class: 'top' },
      h('a', { class: 'brand', href: link({ name: 'home' }), dir: 'auto' }, citation.title),
      h(
        'nav',
        { 'aria-label': 'Views' },
        h('a', { href: link({ name: 'home' }) }, 'Overview'),
        h('a', { href: `${root}claims/index.html` }, 'Claims'),
        h('a', { href: link({ name: 'articles' }) }, 'Articles'),
        h('a', { href: link({ name: 'sources' }) }, 'Sources'),
        h('a', { href: link({ name: 'pictures' }) }, 'Charts'),
        h('a', { href: `${root}index.html#claims` }, 'Search'),
      ),
    ),
    h('p', { class: 'print-only printed' }, `${citation.title}, version ${citation.version}. ${address ?? ''}`),
    h('main', { id: 'main', tabindex: -1 }, h('section', { id: 'view' }, withoutControls(body))),
    h(
      'footer',
      {},
      h('p', {}, [
        h('a', { href: link({ name: 'changes' }) }, 'Changes between versions'),
        dataset.documents.map(({ id, title: name }) => [' · ', h('a', { href: link({ name: 'document', id }) }, name)]),
      ]),
      h('p', {}, citeApa(citation)),
    ),
  ];
  const lines = (parts: readonly Child[]): string =>
    parts
      .map(renderHtml)
      .filter((text) => text !== '')
      .join('\n');
  return `<!doctype html>\n<html lang="en">\n<head>\n${lines(head)}\n</head>\n<body>\n${lines(page)}\n</body>\n</html>\n`;
}

/** What reference managers read (Highwire tags, as Google Scholar and Zotero ask for them). */
function citationMeta({ citation }: ExplorerDataset, title: string, address: string | null): Child {
  return [
    h('meta', { name: 'citation_title', content: `${title} (${citation.title}, version ${citation.version})` }),
    citation.authors.map(({ name }) => h('meta', { name: 'citation_author', content: name })),
    citation.released !== null &&
      h('meta', { name: 'citation_publication_date', content: citation.released.replaceAll('-', '/') }),
    address !== null && h('meta', { name: 'citation_public_url', content: address }),
    citation.doi !== null && h('meta', { name: 'citation_doi', content: citation.doi }),
  ];
}

/** Leaves out what does nothing without a script. */
function withoutControls(child: Child): Child {
  if (typeof child !== 'object' || child === null) return child;
  if (!('name' in child)) return child.map(withoutControls);
  if (
    String(child.attributes['class'] ?? '')
      .split(' ')
      .includes('live')
  )
    return null;
  return { ...child, children: child.children.map(withoutControls) };
}

function cut(text: string): string {
  const all = [...text];
  return all.length <= TITLE
    ? text
    : `${all
        .slice(0, TITLE - 1)
        .join('')
        .trimEnd()}…`;
}
