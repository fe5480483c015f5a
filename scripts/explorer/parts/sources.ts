// Where the evidence comes from → sites and first reporters with their claims, and the page of each.
import type { EvidenceRow } from '../../schemas/generated/types.ts';
import { hostOf } from '../../values/webHost.ts';
import { h, type Node } from '../nodes/node.ts';
import { sayDate } from './dates.ts';
import { groupDigits } from './groupDigits.ts';
import {
  type ListedClaim,
  linkClaim,
  linkList,
  linkOut,
  linkView,
  noteTitle,
  originName,
  part,
  type Showing,
  showTable,
} from './showing.ts';
import { plural } from './wording.ts';

/** How many claims rest on a site or an origin; `alone` of them on nothing else. */
export interface SourceCount {
  readonly id: string;
  readonly claims: number;
  readonly alone: number;
}

/** A claim as the page of its source shows it. */
export interface SourceClaim extends ListedClaim {
  readonly evidence: readonly Pick<
    EvidenceRow,
    'url' | 'title' | 'title_basis' | 'publisher' | 'published' | 'archive_url' | 'origin'
  >[];
}

/** Rows of a table that are drawn in a page. */
const ROWS = 200;

export function showSources(showing: Showing, origins: readonly SourceCount[], sites: readonly SourceCount[]): Node {
  const rows = (counts: readonly SourceCount[], name: 'origin' | 'site') =>
    counts
      .slice(0, ROWS)
      .map(({ id, claims, alone }) => [
        linkView(showing, { name, id }, h('bdi', {}, name === 'origin' ? originName(showing, id) : id)),
        linkList(showing, { [name]: [id] }, groupDigits(claims)),
        groupDigits(alone),
      ]);
  const left = (count: number): string => (count > ROWS ? ` The ${ROWS} with the most claims are shown.` : '');
  return h(
    'article',
    { class: 'page' },
    h('h1', { tabindex: -1 }, 'Sources'),
    h(
      'p',
      {},
      sites.length + origins.length === 0
        ? 'No evidence with an address or a first reporter is recorded.'
        : 'Ten copies of one agency story are one origin: what counts is who first reported something, not how many printed it.',
    ),
    origins.length > 0 &&
      part(
        'origins',
        `Who first reported it (${groupDigits(origins.length)})`,
        h(
          'p',
          {},
          `Claims for which each is among the evidence, and claims for which it is the only known origin.${left(origins.length)}`,
        ),
        showTable('First reporters', ['Origin', 'Claims', 'Only known origin of'], rows(origins, 'origin'), 'numbers'),
      ),
    sites.length > 0 &&
      part(
        'sites',
        `Where it was read (${groupDigits(sites.length)})`,
        h(
          'p',
          {},
          `Sites whose pages are evidence, and claims for which all evidence was read there.${left(sites.length)}`,
        ),
        showTable('Sites', ['Site', 'Claims', 'Only site of'], rows(sites, 'site'), 'numbers'),
      ),
  );
}

/** The pages of one site or origin that are evidence, each with the claims that it bears on. */
export function showSource(
  showing: Showing,
  kind: 'site' | 'origin',
  id: string,
  claims: readonly SourceClaim[],
): Node {
  const pages = new Map<
    string,
    {
      title: string;
      titleNote: string | null;
      publisher: string;
      published: string | null;
      archive: string | null;
      claims: SourceClaim[];
    }
  >();
  for (const claim of claims) {
    for (const item of claim.evidence) {
      if (item.url === null || (kind === 'site' ? hostOf(item.url) : item.origin) !== id) continue;
      const page = pages.get(item.url) ?? {
        title: item.title ?? item.url,
        titleNote: noteTitle(item),
        publisher: item.publisher ?? '',
        published: item.published,
        archive: item.archive_url,
        claims: [],
      };
      pages.set(item.url, page);
      if (page.claims.at(-1) !== claim) page.claims.push(claim);
    }
  }
  const ranked = [...pages].sort(([a, one], [b, other]) => other.claims.length - one.claims.length || (a < b ? -1 : 1));
  const name = kind === 'origin' ? originName(showing, id) : id;
  return h(
    'article',
    { class: 'page' },
    h('nav', { class: 'way', 'aria-label': 'Way back' }, linkView(showing, { name: 'sources' }, '← All sources')),
    h('p', { class: 'eyebrow' }, kind === 'origin' ? 'First reported by' : 'Read at'),
    h('h1', { tabindex: -1, dir: 'auto' }, name),
    h(
      'p',
      {},
      `${plural(ranked.length, 'page')} under `,
      linkList(showing, { [kind]: [id] }, plural(claims.length, 'claim')),
      '.',
    ),
    h(
      'ul',
      { class: 'rows' },
      ranked.map(([url, page]) =>
        h(
          'li',
          {},
          h('h2', {}, linkOut(url, page.title)),
          h(
            'p',
            { class: 'meta' },
            h('bdi', {}, page.publisher),
            `, ${page.published === null ? 'no date known' : sayDate(page.published)}`,
            page.titleNote !== null && `; ${page.titleNote}`,
            page.archive === null ? '; no archived copy' : ['; ', linkOut(page.archive, 'archived copy')],
          ),
          h(
            'ul',
            { class: 'plain' },
            page.claims.map((claim) => h('li', {}, linkClaim(showing, claim))),
          ),
        ),
      ),
    ),
  );
}
