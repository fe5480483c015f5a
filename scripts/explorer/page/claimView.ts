// A claim → its page: what was said, what is true, and why.
import type { ClaimRow, WithdrawnRow } from '../../schemas/generated/types.ts';
import { formatView } from '../view/viewState.ts';
import { h } from './dom.ts';
import { showEvidence } from './evidence.ts';
import { isQuoted, linkOut, ownWords, plural, showCitations, showVerdict, words } from './parts.ts';
import type { Store } from './store.ts';

/** Shows a claim. `back` is the address of the list that the reader came from. */
export function showClaim(store: Store, claim: ClaimRow, back: string): HTMLElement {
  const { meta } = store;
  const verdict = meta.verdicts.find(({ id }) => id === claim.verdict);
  return h(
    'article',
    { class: 'claim' },
    showBack(back),
    h('p', { class: 'ruling' }, showVerdict(meta, claim.verdict)),
    h('p', { class: 'definition', dir: 'auto' }, verdict?.definition ?? ''),
    h('h1', { tabindex: -1, ...ownWords(claim.claim, claim) }, claim.claim),
    showQuotation(claim),
    showFacts(store, claim),
    part(
      'why',
      'Why',
      h('p', { class: 'justification', ...ownWords(claim.justification, claim) }, claim.justification),
    ),
    part('evidence', `Evidence (${claim.evidence.length})`, showEvidence(claim)),
    showElsewhere(store, claim),
    part('votes', 'Votes', ...showVotes(store, claim)),
    part('history', 'History', showHistory(claim)),
    part('cite', 'Cite this claim', ...showCitations(meta, claim), showReport(store, claim)),
  );
}

/** Shows what became of a claim that was withdrawn. */
export function showWithdrawn(row: WithdrawnRow, back: string): HTMLElement {
  const successors = row.successors.map((id) => h('li', {}, h('a', { href: formatView({ name: 'claim', id }) }, id)));
  return h(
    'article',
    { class: 'claim' },
    showBack(back),
    h('p', { class: 'ruling' }, 'Withdrawn'),
    h('h1', { tabindex: -1, dir: 'auto' }, row.claim),
    h('p', { dir: 'auto' }, `Withdrawn on ${row.withdrawn_date}: ${row.reason}`),
    successors.length > 0 && h('p', {}, 'Replaced by'),
    successors.length > 0 && h('ul', {}, successors),
  );
}

/** Says that there is no such claim. */
export function showMissing(id: string): HTMLElement {
  return h(
    'article',
    { class: 'claim' },
    h('h1', { tabindex: -1 }, 'No such claim'),
    h('p', {}, 'This dataset holds no claim with the id ', h('code', { dir: 'auto' }, id), '.'),
    h('p', {}, h('a', { href: '#claims' }, 'See all claims')),
  );
}

function showBack(back: string): HTMLElement {
  return h('p', { class: 'back' }, h('a', { href: back }, '← Back to the claims'));
}

function part(id: string, title: string, ...content: readonly HTMLElement[]): HTMLElement {
  return h(
    'section',
    { class: 'part', 'aria-labelledby': `${id}-heading` },
    h('h2', { id: `${id}-heading` }, title),
    content,
  );
}

function showQuotation(claim: ClaimRow): HTMLElement {
  const sentence = claim.quote_sentence;
  return h(
    'figure',
    { class: 'quotation' },
    h('blockquote', { lang: claim.source_language, dir: 'auto', class: isQuoted(claim.quote) && 'bare' }, claim.quote),
    typeof sentence === 'string' && h('p', { lang: claim.source_language, dir: 'auto' }, sentence),
    h(
      'figcaption',
      {},
      h('bdi', {}, claim.source_publisher),
      ', ',
      linkOut(claim.source_url, claim.source_title),
      `, ${claim.source_published}`,
    ),
  );
}

function showFacts({ meta }: Store, claim: ClaimRow): HTMLElement {
  const topics = claim.topics.map((id) => meta.topics.find((topic) => topic.id === id)?.label ?? words(id));
  const own = claim.claimant_kind === 'article';
  const facts: [string, string | null][] = [
    ['Said by', own ? `${claim.claimant}, in the article’s own voice` : claim.claimant],
    ['As', claim.claimant_role],
    ['Reported by', claim.reported_by],
    ['Said on', claim.claim_date],
    ['Speaks of', claim.event_date],
    ['Type', words(claim.claim_type)],
    ['Topics', topics.length > 0 ? topics.join(', ') : null],
    ['Status', claim.status],
    ['Confidence', claim.confidence],
  ];
  return h(
    'dl',
    { class: 'facts' },
    facts.map(([name, value]) => value !== null && h('div', {}, h('dt', {}, name), h('dd', { dir: 'auto' }, value))),
  );
}

function showElsewhere({ meta, claims, places }: Store, claim: ClaimRow): HTMLElement | null {
  const others = claim.same_as.flatMap((id) => claims[places.get(id) ?? -1] ?? []);
  if (others.length === 0) return null;
  const rows = [claim, ...others].map((one) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, h('bdi', {}, one.source_publisher), h('br'), one.claim_date),
      h(
        'td',
        ownWords(one.claim, one),
        one === claim
          ? h('span', {}, one.claim, ' (this claim)')
          : h('a', { href: formatView({ name: 'claim', id: one.claim_id }) }, one.claim),
      ),
      h('td', {}, showVerdict(meta, one.verdict)),
    ),
  );
  const head = ['Article', 'Claim', 'Verdict'].map((name) => h('th', { scope: 'col' }, name));
  const table = h('table', { class: 'stack' }, h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows));
  return part('elsewhere', 'The same claim elsewhere', table);
}

function showVotes({ meta }: Store, claim: ClaimRow): HTMLElement[] {
  const verdicts = new Set(claim.annotations.map((vote) => vote.verdict));
  const votes = plural(claim.annotations.length, 'vote');
  const say =
    claim.annotations.length < 2
      ? `${votes}: nobody else has judged this claim yet.`
      : verdicts.size === 1
        ? `${votes}, all for the same verdict.`
        : `${votes} for ${verdicts.size} different verdicts.`;
  const rows = claim.annotations.map((vote) =>
    h(
      'li',
      {},
      showVerdict(meta, vote.verdict),
      ` by ${vote.annotator}, ${vote.confidence} confidence, ${vote.date}, guidelines ${vote.guideline}`,
      vote.note !== null && h('p', { dir: 'auto' }, vote.note),
    ),
  );
  const settled = claim.adjudication;
  return [
    h('p', {}, say),
    h('ul', { class: 'votes' }, rows),
    ...(settled === null ? [] : [h('p', ownWords(settled, claim), settled)]),
  ];
}

function showHistory({ revisions }: ClaimRow): HTMLElement {
  if (revisions.length === 0) return h('p', {}, 'Unchanged since it was first published.');
  const rows = revisions.map((revision) =>
    h(
      'li',
      {},
      h('b', {}, revision.date),
      ` ${words(revision.field)}: `,
      h('del', { dir: 'auto' }, revision.from ?? 'nothing'),
      ' became ',
      h('ins', { dir: 'auto' }, revision.to ?? 'nothing'),
      '. ',
      h('bdi', {}, revision.reason),
    ),
  );
  return h('ol', { class: 'history' }, rows);
}

/** A link to the correction form, where the repository is known. */
function showReport({ meta }: Store, claim: ClaimRow): HTMLElement {
  const { repository } = meta.citation;
  if (repository === null) return h('p', {}, h('span', {}, 'Id of this claim: '), h('code', {}, claim.claim_id));
  const github = /^https:\/\/github\.com\/[^/]+\/[^/]+$/.test(repository);
  const { version } = meta.citation;
  const query = new URLSearchParams({ template: 'correction.yml', id: claim.claim_id, version });
  const url = github ? `${repository}/issues/new?${query}` : repository;
  return h('p', {}, linkOut(url, 'Report an error'), h('span', {}, ' in the claim '), h('code', {}, claim.claim_id));
}
