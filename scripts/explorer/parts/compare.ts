// Two claims → side by side: wording, quotation, verdict, reasons, evidence in common.
import type { ClaimRow, EvidenceRow } from '../../schemas/generated/types.ts';
import { type Child, h, type Node } from '../nodes/node.ts';
import { sayDate } from './dates.ts';
import { showQuotation } from './quotation.ts';
import {
  describeArticle,
  linkClaim,
  linkOut,
  linkView,
  nameArticle,
  nameSource,
  noteTitle,
  originName,
  ownWords,
  part,
  type Showing,
  showTable,
} from './showing.ts';
import { shareWords, showDifference } from './wordDifference.ts';
import { plural, sayPublisher, sayStatus, sayVoice } from './wording.ts';

/** The share of words in common below which a difference of words says nothing. */
const LEAST = 0.5;

/** @param left ids that were asked for besides: two are compared at a time, and the others are not lost sight of. */
export function showComparison(showing: Showing, one: ClaimRow, other: ClaimRow, left: readonly string[] = []): Node {
  const both = [one, other];
  const row = (name: string, value: (claim: ClaimRow) => Child): readonly Child[] => [name, ...both.map(value)];
  const theirs = new Set(other.evidence.map(placeOf));
  const common = one.evidence.filter((item) => placeOf(item) !== null && theirs.has(placeOf(item)));
  const origins = new Set(one.evidence.flatMap(({ origin }) => origin ?? []));
  const shared = [
    ...new Set(other.evidence.flatMap(({ origin }) => (origin !== null && origins.has(origin) ? [origin] : []))),
  ];
  return h(
    'article',
    { class: 'page' },
    h('h1', { tabindex: -1 }, 'Two claims side by side'),
    h(
      'p',
      {},
      one.same_as.includes(other.claim_id)
        ? 'The dataset says that these two claims say the same thing.'
        : 'The dataset does not say how these two claims relate; that they stand here is the reader’s choice.',
    ),
    left.length > 0 &&
      h(
        'p',
        {},
        'Two claims are compared at a time. Left out: ',
        left.map((id, at) => [at > 0 && ', ', linkView(showing, { name: 'claim', id }, h('bdi', {}, id))]),
        '.',
      ),
    showTable(
      'Two claims',
      ['What', 'One', 'The other'],
      [
        row('Claim', (claim) => h('span', { class: 'cell' }, linkClaim(showing, claim))),
        row('Article', (claim) =>
          linkView(
            showing,
            { name: 'article', id: claim.article_id },
            nameArticle(claim.article),
            ' (',
            describeArticle(claim.article),
            ')',
          ),
        ),
        row('Quotation', (claim) =>
          claim.quote === null ? '' : showQuotation('q', claim.quote, { lang: claim.source_language }),
        ),
        row('Claimant', (claim) => sayVoice(claim.claimant, claim.claimant_kind)),
        row('Asserted by', (claim) => sayVoice(claim.asserted_by, claim.asserted_by_kind)),
        row('Said', (claim) => (claim.claim_date === null ? '' : sayDate(claim.claim_date))),
        row('Why', ({ justification: why, ...claim }) =>
          why === null ? '' : h('span', ownWords(showing, why, claim), why),
        ),
        row('Votes', (claim) => sayStatus(claim.status)),
        row('Evidence', (claim) => plural(claim.evidence.length, 'source')),
      ],
      'versus',
    ),
    part(
      'wording',
      'The wording',
      shareWords(one.claim, other.claim) < LEAST
        ? h('p', {}, 'The two sentences share too few words to be set against each other.')
        : one.claim === other.claim
          ? h('p', {}, 'Both sentences are the same.')
          : [
              h('p', {}, 'From the first to the second: '),
              h('p', { class: 'difference', dir: 'auto' }, showDifference(one.claim, other.claim)),
            ],
    ),
    part(
      'common',
      'Evidence in common',
      common.length === 0
        ? h('p', {}, 'No source stands under both.')
        : h(
            'ul',
            {},
            common.map((item: EvidenceRow) =>
              h(
                'li',
                {},
                h('bdi', {}, sayPublisher(item.publisher ?? 'unknown')),
                ': ',
                linkOut(item.url, nameSource(item)),
                noteTitle(item) !== null && ` (${noteTitle(item)})`,
              ),
            ),
          ),
      shared.length > 0 && h('p', {}, 'First reported by: ', shared.map((id) => originName(showing, id)).join(', ')),
    ),
  );
}

/** Where a piece of evidence can be read; null where nothing tells it from others. */
function placeOf({ url, locator_page }: EvidenceRow): string | null {
  return url ?? locator_page;
}
