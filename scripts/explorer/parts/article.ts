// Articles and their claims → the list of articles and the page of each.
import type { ArticleRow, ClaimRow } from '../../schemas/generated/types.ts';
import { type Child, h, type Node } from '../nodes/node.ts';
import { listOf, NOT_SETTLED } from '../view/viewState.ts';
import { sayDate, sayDates } from './dates.ts';
import { listExtra } from './extra.ts';
import { groupDigits } from './groupDigits.ts';
import { showLicence } from './licence.ts';
import { showQuotation } from './quotation.ts';
import {
  describeArticle,
  distortionLabel,
  drawMark,
  factList,
  linkClaim,
  linkOut,
  linkView,
  listClasses,
  nameArticle,
  part,
  type Showing,
  verdictLabel,
} from './showing.ts';
import { drawStrip } from './strip.ts';
import { showDifference } from './wordDifference.ts';
import { plural, sayLanguage, sayMore, sayPublisher } from './wording.ts';

/** How many claims of each verdict, by id, and how many are not settled. */
export type VerdictCounts = Readonly<Record<string, number>>;

const NATURE: Readonly<Record<NonNullable<ArticleRow['nature']>, string>> = {
  original: 'original report',
  rewritten: 'rewritten from other reporting',
  translated: 'translation',
  repost: 'repost',
};

/** How the text came to be, in words: `translated from Czech (inferred)`. */
export function sayNature({ nature, translated_from, translated_from_basis }: ArticleRow): string {
  const origin = nature === null ? 'gathered from elsewhere' : NATURE[nature];
  if (translated_from === null) return origin;
  const sure = translated_from_basis === 'inferred' ? ' (inferred)' : '';
  const translated = `translated from ${sayLanguage(translated_from)}${sure}`;
  return nature === 'translated' ? translated : `${origin}, ${translated}`;
}

/** Every article with its verdicts; `drawn` of all are shown, and a button offers `step` more. */
export function showArticles(
  showing: Showing,
  articles: readonly ArticleRow[],
  counts: (id: string) => VerdictCounts,
  { drawn, step } = { drawn: articles.length, step: articles.length },
): Node {
  return h(
    'article',
    { class: 'page' },
    h('h1', { tabindex: -1 }, plural(articles.length, 'article')),
    h('p', {}, 'An article stands for itself alone: the figures say nothing about the outlets that printed them.'),
    h(
      'ul',
      { class: 'rows' },
      articles.slice(0, drawn).map((article) =>
        h(
          'li',
          {},
          h(
            'h2',
            { lang: article.language, dir: 'auto' },
            linkView(showing, { name: 'article', id: article.article_id }, nameArticle(article)),
          ),
          h('p', { class: 'meta' }, h('bdi', {}, describeArticle(article)), ` · ${sayNature(article)}`),
          // The same words lead to other claims with each article of the list.
          showCounts(showing, article, counts(article.article_id), [': ', h('bdi', {}, nameArticle(article))]),
        ),
      ),
    ),
    drawn < articles.length &&
      h(
        'p',
        {},
        h(
          'button',
          { type: 'button', class: 'live more', 'data-more': 'articles' },
          sayMore(step, articles.length - drawn),
        ),
      ),
  );
}

/** An article: where it comes from, and its claims in the order of the text. */
export function showArticle(showing: Showing, article: ArticleRow, claims: readonly ClaimRow[]): Node {
  const ordered = [...claims].sort((one, other) => (one.quote_start ?? 0) - (other.quote_start ?? 0));
  return h(
    'article',
    { class: 'page article' },
    h('nav', { class: 'way', 'aria-label': 'Way back' }, linkView(showing, { name: 'articles' }, '← All articles')),
    h('p', { class: 'eyebrow' }, 'Article'),
    h('h1', { tabindex: -1, lang: article.language, dir: 'auto' }, nameArticle(article)),
    h('p', { class: 'meta' }, h('bdi', {}, describeArticle(article)), ` · ${sayNature(article)}`),
    h('p', { class: 'abstract', dir: 'auto' }, article.synopsis),
    part('strip', 'Where the claims stand in the text', drawStrip(showing, article, ordered)),
    part(
      'claims',
      plural(claims.length, 'claim'),
      showCounts(showing, article, countVerdicts(claims)),
      h(
        'p',
        { class: 'live' },
        'Save these claims as ',
        h('button', { type: 'button', 'data-save-article': article.article_id, 'data-kind': 'csv' }, 'CSV'),
        ' ',
        h('button', { type: 'button', 'data-save-article': article.article_id, 'data-kind': 'jsonl' }, 'JSON Lines'),
      ),
      h(
        'ol',
        { class: 'rows' },
        ordered.map((claim) => showOne(showing, claim)),
      ),
    ),
    part('origin', 'Where it comes from', showFacts(showing, article)),
  );
}

export function countVerdicts(claims: Iterable<Pick<ClaimRow, 'verdict'>>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of claims) {
    const id = verdict ?? NOT_SETTLED;
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

function showOne(showing: Showing, claim: ClaimRow): Node {
  const { distortion, corrected } = claim;
  return h(
    'li',
    {},
    h('h3', {}, linkClaim(showing, claim)),
    claim.quote !== null &&
      h('p', { class: 'quote', dir: 'auto', lang: claim.source_language }, showQuotation('q', claim.quote)),
    distortion && h('p', { class: 'meta' }, distortionLabel(showing, distortion)),
    corrected && h('p', { class: 'difference', dir: 'auto' }, showDifference(claim.claim, corrected)),
  );
}

/** @param heard what a screen reader is told besides with each link. */
function showCounts(showing: Showing, article: ArticleRow, counts: VerdictCounts, heard: Child = null): Node {
  const present = listClasses(showing).filter((id) => (counts[id] ?? 0) > 0);
  const ofArticle = heard !== null && h('span', { class: 'sr' }, heard);
  return h(
    'p',
    { class: 'counts' },
    present.map((id) =>
      h(
        'a',
        { href: showing.link(listOf({ article: [article.article_id], verdict: [id] })) },
        drawMark(showing, id),
        ' ',
        h('bdi', {}, verdictLabel(showing, id)),
        ` ${groupDigits(counts[id] ?? 0)}`,
        ofArticle,
      ),
    ),
    h('a', { href: showing.link(listOf({ article: [article.article_id] })) }, 'All in the list of claims', ofArticle),
  );
}

const URL_BASIS: Readonly<Record<string, string>> = {
  page: '',
  copy: ' (named by a copy; the page itself was not seen)',
  inferred: ' (inferred)',
};

/** Where the text is: the files of a dataset hold none, and an imported claim may never have had one. */
const TEXTS: Readonly<Record<ArticleRow['text_status'], string>> = {
  full: 'kept with the labels, and may be published',
  withheld: 'not part of the dataset: it is other people’s work',
  none: 'none recorded',
};

function showFacts(showing: Showing, article: ArticleRow): Node {
  const sources = article.derived_from.map((text) => {
    const [, what, url] = /^(.*?)(?: <([^<>]+)>)?$/s.exec(text) ?? [];
    return h('li', { dir: 'auto' }, linkOut(url ?? null, sayDates(what ?? text)));
  });
  return factList([
    ['Publisher', article.publisher === 'unknown' ? sayPublisher(article.publisher) : article.publisher],
    ['Authors', article.authors.length > 0 ? article.authors.join(', ') : null],
    [
      'Published',
      article.published === null
        ? null
        : `${sayDate(article.published)}${article.published_basis === 'inferred' ? ' (inferred)' : ''}`,
    ],
    ['Language', sayLanguage(article.language)],
    ['How it came to be', sayNature(article)],
    ['Goes back to', sources.length > 0 ? h('ul', { class: 'plain' }, sources) : null],
    [
      'Address',
      article.url === null
        ? 'not known'
        : [linkOut(article.url, article.url), URL_BASIS[article.url_basis ?? ''] ?? ''],
    ],
    [
      'Archived copy',
      article.archive_url === null ? 'none recorded' : linkOut(article.archive_url, article.archive_url),
    ],
    ['Title', article.title_basis === 'inferred' ? 'inferred, not printed on the page' : null],
    ['Length', article.text_characters === null ? null : plural(article.text_characters, 'character')],
    ['Text', TEXTS[article.text_status]],
    ['Licence of the text', article.license === null ? null : showLicence(showing, article.license)],
    ...listExtra(showing.meta.extra.articles, article),
    ['Id', h('code', {}, article.article_id)],
  ]);
}

/** The head of a column or a panel that stands for an article. */
export function showArticleHead(article: ArticleRow): Child {
  return [
    h('span', { lang: article.language, dir: 'auto' }, nameArticle(article)),
    h('span', { class: 'meta' }, h('bdi', {}, describeArticle(article))),
  ];
}
