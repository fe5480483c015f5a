// Reviews and appearances of a claim → who else judged it, and where else it was made.
import type { AppearanceRow, ClaimRow, ReviewRow } from '../../schemas/generated/types.ts';
import { type Child, h, type Node } from '../nodes/node.ts';
import { sayDate } from './dates.ts';
import { showQuotation } from './quotation.ts';
import { linkOut, part, type Showing, showVerdict } from './showing.ts';
import { sayLanguage, sayPublisher } from './wording.ts';

/** What others who check facts say of the claim, in their words first; null where nothing is recorded. */
export function showReviews(showing: Showing, { reviews }: ClaimRow): Child {
  if (reviews.length === 0) return null;
  return part(
    'reviews',
    `Reviews by others (${reviews.length})`,
    h('p', { class: 'meta' }, 'Each judges the claim as its own publisher worded it, on a scale of its own.'),
    h(
      'ul',
      { class: 'votes' },
      reviews.map((review) => showReview(showing, review)),
    ),
  );
}

function showReview(showing: Showing, review: ReviewRow): Node {
  const { publisher, title, url, published, language, verdict_native: native, verdict } = review;
  return h(
    'li',
    {},
    h('bdi', {}, sayPublisher(publisher)),
    ': ',
    linkOut(url, title ?? url ?? 'no address recorded', { lang: language }),
    native !== null &&
      h('p', {}, 'Its verdict: ', showQuotation('q', native, { dir: 'auto', lang: language }), sayRating(review)),
    verdict !== null && h('p', {}, 'On the scale here: ', showVerdict(showing, verdict)),
    h(
      'p',
      { class: 'meta' },
      [published === null ? 'no date known' : sayDate(published), language === null ? null : sayLanguage(language)]
        .filter((note) => note !== null)
        .join('; '),
      linkArchive(review),
    ),
    printAddress(url),
  );
}

/** A number means nothing without the ends of its scale. */
function sayRating({ rating_value: value, rating_worst: worst, rating_best: best }: ReviewRow): string {
  if (value === null) return '';
  return worst === null || best === null ? ` (${value})` : ` (${value}, where ${worst} is worst and ${best} is best)`;
}

/** Where else the claim was made, the first known appearance said; null where nothing is recorded. */
export function showAppearances({ appearances }: ClaimRow): Child {
  if (appearances.length === 0) return null;
  return part(
    'appearances',
    `Where it appeared (${appearances.length})`,
    h('ul', { class: 'votes' }, appearances.map(showAppearance)),
  );
}

function showAppearance(appearance: AppearanceRow): Node {
  const { url, medium, published, first } = appearance;
  return h(
    'li',
    {},
    linkOut(url, url ?? 'no address recorded'),
    h(
      'p',
      { class: 'meta' },
      first === true && 'the first that is known; ',
      medium !== null && [h('bdi', {}, medium), '; '],
      published === null ? 'no date known' : sayDate(published),
      linkArchive(appearance),
    ),
    printAddress(url),
  );
}

function linkArchive({ archive_url: url }: ReviewRow | AppearanceRow): Child {
  return url !== null && ['; ', linkOut(url, 'archived copy')];
}

function printAddress(url: string | null): Child {
  return url !== null && h('p', { class: 'print-only meta' }, url);
}
