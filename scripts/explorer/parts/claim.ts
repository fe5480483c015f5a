// A claim → its page: what was said, what is true, why, and on what grounds.
import { votesOn } from '../../claims/votes.ts';
import type { ClaimRow, WithdrawnRow } from '../../schemas/generated/types.ts';
import { type Child, h, type Node } from '../nodes/node.ts';

import { showCitations } from './citations.ts';
import { sayDate } from './dates.ts';
import { showEvidence } from './evidence.ts';
import { listExtra } from './extra.ts';
import { showQuotation } from './quotation.ts';
import { showAppearances, showReviews } from './reviews.ts';
import {
  describeArticle,
  distortionLabel,
  factList,
  type ListedClaim,
  linkList,
  linkOut,
  linkView,
  nameArticle,
  nameRuling,
  ownWords,
  part,
  type Showing,
  showRuling,
  showTable,
  showVerdict,
  topicLabel,
  verdictLabel,
} from './showing.ts';
import { showDifference } from './wordDifference.ts';
import { IMPORTED, OPEN_VOTES, plural, sayStatus, sayVoice, startsRightToLeft, words } from './wording.ts';

/** Where a reader can go from a claim: back to a list, and to its neighbours in it. */
export interface Way {
  readonly back: { readonly href: string; readonly text: string };
  readonly previous: string | null;
  readonly next: string | null;
  /** `3 of 24`. */
  readonly place: string | null;
}

/** Shows a claim. `others` are the claims of `same_as`. */
export function showClaim(showing: Showing, claim: ClaimRow, others: readonly ListedClaim[], way: Way): Node {
  return h(
    'article',
    { class: 'claim' },
    showWay(showing, way),
    showHead(showing, claim),
    h(
      'div',
      { class: 'reasons' },
      claim.justification !== null &&
        part(
          'why',
          'Why',
          h('p', { class: 'justification', ...ownWords(showing, claim.justification, claim) }, claim.justification),
        ),
      showDistortion(showing, claim),
      part('evidence', `Evidence (${claim.evidence.length})`, showEvidence(showing, claim)),
    ),
    h('div', { class: 'aside' }, showOriginal(showing, claim), showFacts(showing, claim)),
    h(
      'div',
      { class: 'reasons' },
      showReviews(showing, claim),
      showElsewhere(showing, claim, others),
      showAppearances(claim),
      part('votes', 'Votes', showVotes(showing, claim)),
      part('history', 'History', showHistory(showing, claim)),
      part('cite', 'Cite this claim', showCitations(showing, claim), showReport(showing, claim)),
    ),
  );
}

/** Shows what became of a claim that was withdrawn. */
export function showWithdrawn(showing: Showing, row: WithdrawnRow, way: Way): Node {
  const article = showing.articles.get(row.article_id);
  return h(
    'article',
    { class: 'claim' },
    showWay(showing, way),
    h(
      'h1',
      { tabindex: -1 },
      h('span', { class: 'ruling' }, 'Withdrawn', h('span', { class: 'sr' }, '. ')),
      h('span', { class: 'said', dir: 'auto' }, row.claim),
    ),
    h('p', {}, `Withdrawn on ${sayDate(row.withdrawn_date)}: `, h('bdi', {}, row.reason)),
    row.last_verdict && h('p', {}, 'Its last verdict: ', showVerdict(showing, row.last_verdict)),
    factList([
      [
        'Article',
        article
          ? linkView(showing, { name: 'article', id: row.article_id }, h('bdi', {}, nameArticle(article)))
          : row.article_id,
      ],
      ['Version', row.version],
      ['Id', h('code', {}, row.claim_id)],
    ]),
    row.successors.length > 0 && h('p', {}, 'Replaced by'),
    row.successors.length > 0 &&
      h(
        'ul',
        {},
        row.successors.map((id) => h('li', {}, linkView(showing, { name: 'claim', id }, id))),
      ),
  );
}

function showWay(showing: Showing, { back, previous, next, place }: Way): Node {
  const step = (id: string | null, text: string, rel: string): Child =>
    id !== null && h('a', { href: showing.link({ name: 'claim', id }), rel }, text);
  return h(
    'nav',
    { class: 'way', 'aria-label': 'Neighbouring claims' },
    h('a', { href: back.href }, back.text),
    h(
      'span',
      {},
      step(previous, '← Previous', 'prev'),
      place !== null && h('span', {}, ` ${place} `),
      step(next, 'Next →', 'next'),
    ),
  );
}

/** Verdict and claim are one heading, so that nobody reads or hears one without the other. */
function showHead(showing: Showing, claim: ClaimRow): Child {
  const at = showing.meta.verdicts.findIndex(({ id }) => id === claim.verdict);
  const definition = claim.verdict === null ? OPEN_VOTES : (showing.meta.verdicts[at]?.definition ?? '');
  return [
    h(
      'h1',
      { tabindex: -1 },
      h('span', { class: `ruling b${at}` }, showRuling(showing, claim), h('span', { class: 'sr' }, '. ')),
      h('span', { class: 'label' }, 'Claim', h('span', { class: 'sr' }, ': ')),
      h('span', { class: 'said', ...ownWords(showing, claim.claim, claim) }, claim.claim),
    ),
    h(
      'p',
      // The definition may be in another script than the label before it.
      { class: 'definition', dir: startsRightToLeft(definition) ? 'rtl' : 'ltr' },
      h('b', {}, h('bdi', {}, verdictLabel(showing, claim.verdict)), ': '),
      definition,
      // What a verdict means speaks of evidence, as if there were some.
      claim.verdict !== null &&
        claim.evidence.length === 0 && [' ', h('b', { dir: 'ltr' }, 'No evidence is recorded for this claim here.')],
    ),
  ];
}

function showDistortion(showing: Showing, claim: ClaimRow): Child {
  const { distortion, corrected } = claim;
  if (!distortion && !corrected) return null;
  const kind = showing.meta.distortions.find(({ id }) => id === distortion);
  return part(
    'distortion',
    'What is wrong with it',
    distortion &&
      h(
        'p',
        { dir: startsRightToLeft(kind?.definition ?? '') ? 'rtl' : 'ltr' },
        h('b', {}, linkList(showing, { distortion: [distortion] }, distortionLabel(showing, distortion))),
        kind && `: ${kind.definition}`,
      ),
    corrected && [
      h('h3', {}, 'As it would be right'),
      h('p', { class: 'justification corrected', ...ownWords(showing, corrected, claim) }, corrected),
      h('h3', {}, 'The difference'),
      h('p', { class: 'difference', dir: 'auto' }, showDifference(claim.claim, corrected)),
    ],
  );
}

function showOriginal(showing: Showing, claim: ClaimRow): Node {
  const sentenceOfIt = claim.quote_sentence;
  return h(
    'figure',
    { class: 'quotation' },
    claim.quote !== null && showQuotation('blockquote', claim.quote, { lang: claim.source_language, dir: 'auto' }),
    typeof sentenceOfIt === 'string' && h('p', { lang: claim.source_language, dir: 'auto' }, sentenceOfIt),
    h(
      'figcaption',
      {},
      linkView(showing, { name: 'article', id: claim.article_id }, h('bdi', {}, nameArticle(claim.article))),
      h('br'),
      h('bdi', {}, describeArticle(claim.article)),
      claim.source_url !== null && [', ', linkOut(claim.source_url, 'at its source')],
    ),
  );
}

function showFacts(showing: Showing, claim: ClaimRow): Node {
  const own = claim.claimant_kind === 'article';
  const topics = claim.topics.flatMap((id, at) => [
    at > 0 && ', ',
    linkList(showing, { topic: [id] }, topicLabel(showing, id)),
  ]);
  const { asserted_by: asserter } = claim;
  const quoted = asserter !== claim.claimant;
  return factList([
    [
      quoted ? 'Quoted' : 'Said by',
      own
        ? [
            linkList(showing, { claimant: [claim.claimant] }, sayVoice(claim.claimant, claim.claimant_kind)),
            ', in its own voice',
          ]
        : linkList(showing, { claimant: [claim.claimant] }, claim.claimant),
    ],
    ['As', claim.claimant_role],
    [
      'Asserted by',
      quoted ? linkList(showing, { asserter: [asserter] }, sayVoice(asserter, claim.asserted_by_kind)) : null,
    ],
    ['Reported by', claim.reported_by],
    ['Said', claim.claim_date === null ? null : sayDate(claim.claim_date)],
    ['Speaks of', claim.event_date === null ? null : sayDate(claim.event_date)],
    [
      'Type',
      claim.claim_type === null ? null : linkList(showing, { type: [claim.claim_type] }, words(claim.claim_type)),
    ],
    ['Topics', topics.length > 0 ? topics : null],
    ['Votes', linkList(showing, { status: [claim.status] }, sayStatus(claim.status))],
    ['Confidence', claim.confidence],
    ...listExtra(showing.meta.extra.claims, claim),
    ['Id', h('code', {}, claim.claim_id)],
  ]);
}

function showElsewhere(showing: Showing, claim: ClaimRow, others: readonly ListedClaim[]): Child {
  if (others.length === 0) return null;
  const rows = [claim as ListedClaim, ...others].map((one) => {
    const article = showing.articles.get(one.article_id);
    return [
      article ? describeArticle(article) : one.article_id,
      one === claim
        ? [one.claim, ' (this claim)']
        : h('a', { href: showing.link({ name: 'claim', id: one.claim_id }), dir: 'auto' }, one.claim),
      showRuling(showing, one),
    ];
  });
  return part(
    'elsewhere',
    'The same claim elsewhere',
    showTable('The same claim in other articles', ['Article', 'Claim', 'Verdict'], rows),
    h(
      'p',
      {},
      linkView(showing, { name: 'compare', ids: [claim.claim_id, others[0]?.claim_id ?? ''] }, 'Put them side by side'),
    ),
  );
}

function showVotes(showing: Showing, claim: ClaimRow): Child {
  const cast = votesOn(claim.annotations);
  const verdicts = new Set(cast.map((vote) => vote.verdict));
  const votes = plural(cast.length, 'vote');
  const say =
    claim.status === IMPORTED
      ? sayImported(claim)
      : cast.length < 2
        ? `${votes}: nobody else has judged this claim yet.`
        : verdicts.size === 1
          ? `${votes}, all for the same verdict.`
          : `${votes} for ${verdicts.size} different verdicts.`;
  const guidelines = showing.meta.documents.some(({ id }) => id === 'guidelines');
  const rows = cast.map((vote) =>
    h(
      'li',
      {},
      showVerdict(showing, vote.verdict),
      ` by ${vote.annotator}, ${vote.confidence} confidence, ${sayDate(vote.date)}, by the `,
      guidelines
        ? linkView(showing, { name: 'document', id: 'guidelines' }, `guidelines, version ${vote.guideline}`)
        : `guidelines, version ${vote.guideline}`,
      vote.note !== null && h('p', { dir: 'auto' }, vote.note),
    ),
  );
  const settled = claim.adjudication;
  return [
    h('p', {}, say),
    h('ul', { class: 'votes' }, rows),
    settled !== null && h('p', {}, h('b', {}, 'Settled: '), h('span', ownWords(showing, settled, claim), settled)),
  ];
}

/** A source has words of its own for verdicts, and may not have said what the scale here makes of them. */
function sayImported({ verdict_native: native }: ClaimRow): Child {
  return [
    'The verdict is that of its source',
    native !== null && [', which says ', showQuotation('q', native, { dir: 'auto' })],
    '; nobody has judged the claim here.',
  ];
}

/** Fields that hold a date in the form of the data. */
const DATES: ReadonlySet<string> = new Set(['claim_date', 'event_date']);

function showHistory(showing: Showing, { claim_id, revisions }: ClaimRow): Child {
  const versions = showing.meta.changes
    .filter(({ changed }) => changed.some(({ id }) => id === claim_id))
    .map(({ version }) => version);
  // What is listed of a version is cut where it is long, so that nothing here says that a claim never changed.
  const changedIn =
    versions.length > 0 && h('p', {}, linkView(showing, { name: 'changes' }, `Changed in ${versions.join(', ')}`));
  if (revisions.length === 0)
    return [
      h('p', {}, changedIn ? 'No revision tells what changed, or why.' : 'No revision of this claim is recorded.'),
      changedIn,
    ];
  const say = (field: string, value: string | null): string =>
    value === null
      ? 'nothing'
      : field === 'verdict'
        ? verdictLabel(showing, value)
        : DATES.has(field)
          ? sayDate(value)
          : value;
  const rows = revisions.map((revision) =>
    h(
      'li',
      {},
      h('b', {}, sayDate(revision.date)),
      ` ${words(revision.field)}: `,
      h('del', { dir: 'auto' }, say(revision.field, revision.from)),
      ' became ',
      h('ins', { dir: 'auto' }, say(revision.field, revision.to)),
      revision.to?.endsWith('.') ? ' ' : '. ',
      h('bdi', {}, revision.reason),
    ),
  );
  return [h('ol', { class: 'history' }, rows), changedIn];
}

/** A link to the correction form, where the repository is known. */
function showReport({ meta }: Showing, claim: ClaimRow): Child {
  const { repository, version } = meta.citation;
  if (repository === null) return null;
  const github = /^https:\/\/github\.com\/[^/]+\/[^/]+$/.test(repository);
  const query = new URLSearchParams({ template: 'correction.yml', id: claim.claim_id, version });
  const url = github ? `${repository}/issues/new?${query}` : repository;
  return h('p', {}, linkOut(url, 'Report an error'), h('span', {}, ' in the claim '), h('code', {}, claim.claim_id));
}

/** The title of a claim's page: never the sentence without its verdict. */
export function titleClaim(showing: Showing, claim: ListedClaim): string {
  return `${nameRuling(showing, claim)}: ${claim.claim}`;
}
