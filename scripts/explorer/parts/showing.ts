// What every view needs, and the small pieces that several of them show: verdicts, names, links, texts with their
// language.
import type { ArticleRow, ClaimRow, EvidenceRow } from '../../schemas/generated/types.ts';
import { isWebAddress } from '../../values/webAddress.ts';
import type { ArticleTable } from '../data/articleTable.ts';
import { type Attributes, type Child, h, type Node } from '../nodes/node.ts';
import { type PageMeta, verdictMark } from '../pageMeta.ts';
import { listOf, NOT_SETTLED, type View } from '../view/viewState.ts';
import { sayDate } from './dates.ts';
import { guessLanguage } from './textLanguage.ts';
import { endRightToLeft, IMPORTED, OF_SOURCE, sayPublisher, words } from './wording.ts';

/** The dataset's words, and where its views lie: fragments in the page, files in the site. */
export interface Showing {
  readonly meta: PageMeta;
  readonly articles: ArticleTable;
  readonly link: (view: View) => string;
  /** The address at which others can open a view, null where there is none. */
  readonly address: (view: View) => string | null;
}

/** What a list says of a claim. */
export interface ListedClaim {
  readonly claim_id: string;
  readonly article_id: string;
  readonly claim: string;
  /** Null where votes differ and no verdict holds yet. */
  readonly verdict: string | null;
  readonly status: string;
}

export function verdictLabel({ meta }: Pick<Showing, 'meta'>, id: string | null): string {
  if (id === null || id === NOT_SETTLED) return 'Not settled';
  return meta.verdicts.find((verdict) => verdict.id === id)?.label ?? id;
}

/** The ids of the scale in its order, and after them {@link NOT_SETTLED}. */
export function listClasses({ meta }: Pick<Showing, 'meta'>): string[] {
  return [...meta.verdicts.map(({ id }) => id), NOT_SETTLED];
}

export function topicLabel({ meta }: Pick<Showing, 'meta'>, id: string): string {
  return meta.topics.find((topic) => topic.id === id)?.label ?? words(id);
}

/** The name of a first reporter where the data has it; else its id, which does not tell which letters are large. */
export function originName({ meta }: Pick<Showing, 'meta'>, id: string): string {
  return Object.hasOwn(meta.origins, id) ? (meta.origins[id] ?? id) : id;
}

export function distortionLabel({ meta }: Pick<Showing, 'meta'>, id: string): string {
  return meta.distortions.find((kind) => kind.id === id)?.label ?? words(id);
}

/** The mark of a verdict, of which a screen reader says nothing. */
export function drawMark({ meta }: Pick<Showing, 'meta'>, id: string | null): Node {
  const at = meta.verdicts.findIndex((verdict) => verdict.id === id);
  return h(
    'svg',
    { class: `mark v${at}`, viewBox: '0 0 12 12', 'aria-hidden': 'true' },
    h('path', { d: verdictMark(at) }),
  );
}

/** A verdict as its mark and its label, and what is to be said with it. */
export function showVerdict(showing: Pick<Showing, 'meta'>, id: string | null, remark: Child = null): Node {
  return h('span', { class: 'verdict' }, drawMark(showing, id), h('bdi', {}, verdictLabel(showing, id)), remark);
}

/** The verdict of a claim in words. One that was imported says so wherever it is read: nobody here has judged it. */
export function nameRuling(showing: Pick<Showing, 'meta'>, { verdict, status }: Ruling): string {
  return `${verdictLabel(showing, verdict)}${status === IMPORTED ? OF_SOURCE : ''}`;
}

/** The same with its mark. */
export function showRuling(showing: Pick<Showing, 'meta'>, { verdict, status }: Ruling): Node {
  // English of the page, which says nothing of the direction of a claim that it stands before.
  return showVerdict(showing, verdict, status === IMPORTED && h('bdi', { class: 'imported' }, OF_SOURCE));
}

type Ruling = Pick<ListedClaim, 'verdict' | 'status'>;

/** The mark of a claim alone, a link whose name is verdict and claim. */
export function linkMark(showing: Showing, claim: ListedClaim): Node {
  return h(
    'a',
    { class: 'dot', href: showing.link({ name: 'claim', id: claim.claim_id }), title: nameClaim(showing, claim) },
    drawMark(showing, claim.verdict),
    h('span', { class: 'sr' }, nameClaim(showing, claim)),
  );
}

/** A claim with its verdict in one line of text. */
export function nameClaim(showing: Pick<Showing, 'meta'>, claim: ListedClaim): string {
  return `${nameRuling(showing, claim)}: ${claim.claim}`;
}

/** A link to a claim, its verdict before it. */
export function linkClaim(showing: Showing, claim: ListedClaim): Child {
  return [
    showRuling(showing, claim),
    ' ',
    h('a', { href: showing.link({ name: 'claim', id: claim.claim_id }), dir: 'auto' }, claim.claim),
  ];
}

/** A link within the dataset. */
export function linkView(showing: Showing, view: View, ...content: readonly Child[]): Node {
  return h('a', { href: showing.link(view) }, ...content);
}

/** A value as a link to all claims that have it. */
export function linkList(showing: Showing, values: Parameters<typeof listOf>[0], text: string): Node {
  return h('a', { href: showing.link(listOf(values)), dir: 'auto' }, text);
}

/** A link out of the page, or the bare text where the address is none that a browser should open. */
export function linkOut(url: string | null, text: string, attributes: Attributes = {}): Node {
  if (url === null || !isWebAddress(url)) return h('bdi', attributes, text);
  return h('a', { href: url, rel: 'noopener noreferrer', dir: 'auto', ...attributes }, text);
}

/** Language and direction of a text in the project's own words. */
export function ownWords(
  { meta }: Pick<Showing, 'meta'>,
  text: string,
  claim: Pick<ClaimRow, 'source_language'>,
): { dir: string; lang: string | null } {
  return { dir: 'auto', lang: guessLanguage(text, claim.source_language, meta.citation.labelsLanguage) };
}

/** An article in a few words: publisher, day. */
export function describeArticle({ publisher, published }: Pick<ArticleRow, 'publisher' | 'published'>): string {
  const name = sayPublisher(publisher);
  return published === null ? name : `${name}, ${endRightToLeft(name)}${sayDate(published)}`;
}

/** The title of an article; where it has none, what it is. */
export function nameArticle({ title, article_id }: Pick<ArticleRow, 'title' | 'article_id'>): string {
  return title ?? article_id;
}

/** The title of a piece of evidence; where it has none, its address or its place. */
export function nameSource(item: Pick<EvidenceRow, 'title' | 'url' | 'locator_page' | 'evidence_id'>): string {
  return item.title ?? item.url ?? item.locator_page ?? item.evidence_id;
}

/** That a title is the annotator's description, and no headline to be quoted; null where it is no such title. */
export function noteTitle({ title, title_basis }: Pick<EvidenceRow, 'title' | 'title_basis'>): string | null {
  return title !== null && title_basis === 'inferred' ? 'title inferred, not printed on the page' : null;
}

/** A titled part of a view. */
export function part(id: string, title: Child, ...content: readonly Child[]): Node {
  return h(
    'section',
    { class: 'part', 'aria-labelledby': `${id}-heading` },
    h('h2', { id: `${id}-heading` }, title),
    ...content,
  );
}

/** Names and values as a list; what is null is left out. */
export function factList(facts: readonly (readonly [name: string, value: Child])[]): Node {
  return h(
    'dl',
    { class: 'facts' },
    facts.map(([name, value]) => value !== null && h('div', {}, h('dt', {}, name), h('dd', { dir: 'auto' }, value))),
  );
}

/** A table with heads that say what rows and columns are; wide ones scroll by themselves. */
export function showTable(
  name: string,
  head: readonly Child[],
  rows: readonly (readonly Child[])[],
  className?: string,
): Node {
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': name },
    h(
      'table',
      { class: className },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((cell, at) =>
            h(
              'th',
              { scope: 'col', class: rows.length > 0 && rows.every((row) => isNumber(row[at])) && 'number' },
              cell,
            ),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map(([first, ...cells]) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row', dir: 'auto' }, first),
            cells.map((cell) => h('td', { dir: 'auto', class: isNumber(cell) && 'number' }, cell)),
          ),
        ),
      ),
    ),
  );
}

/** Numbers stand below one another; what is text begins where texts do. */
function isNumber(cell: Child): boolean {
  return typeof cell === 'number';
}
