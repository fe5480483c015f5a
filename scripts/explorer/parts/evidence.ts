// The evidence of a claim → sources grouped by who first reported them, each with what it shows and how far to trust
// it.
import type { ClaimRow, EvidenceRow } from '../../schemas/generated/types.ts';
import { type Child, h, type Node } from '../nodes/node.ts';
import { daysBetween, sayDate } from './dates.ts';
import { showQuotation } from './quotation.ts';
import { linkOut, linkView, nameSource, noteTitle, originName, ownWords, type Showing } from './showing.ts';
import { languageByScript } from './textLanguage.ts';
import { plural } from './wording.ts';

/** How a date that is not printed on the page was found. */
const BASIS: Readonly<Record<string, string>> = {
  url: 'date from the address',
  content: 'date from the content',
  copy: 'date from a copy',
  inferred: 'date inferred',
};

const STANCES: Readonly<Record<NonNullable<EvidenceRow['stance']>, { sign: string; label: string }>> = {
  supports: { sign: '+', label: 'Supports' },
  refutes: { sign: '−', label: 'Refutes' },
  context: { sign: '·', label: 'Context' },
};

/**
 * A source that came out so many days after the claim could not have been known when it was made, and is worth a word.
 */
const LATER = 7;

export function showEvidence(showing: Showing, claim: ClaimRow): Child {
  const { evidence } = claim;
  if (evidence.length === 0) return h('p', {}, 'No evidence is recorded.');
  const groups = new Map<string, EvidenceRow[]>();
  for (const item of evidence) {
    const key = item.origin ?? item.evidence_id;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const known = new Set(evidence.flatMap((item) => item.origin ?? []));
  const say = [
    known.size === 0
      ? 'Who first reported it is not known.'
      : `${plural(evidence.length, 'source')}, ${plural(known.size, 'known origin')}: ${[...known].map((id) => originName(showing, id)).join(', ')}.`,
    evidence.every((item) => item.archive_url === null) && 'No archived copy is recorded.',
    evidence.every((item) => item.accessed === null) && 'The day of reading is not recorded.',
  ].filter((text) => text !== false);
  return [
    h('p', { class: 'meta' }, say.join(' ')),
    h(
      'ol',
      { class: 'evidence' },
      [...groups.values()].map((items) => showGroup(showing, claim, items)),
    ),
  ];
}

function showGroup(showing: Showing, claim: ClaimRow, items: readonly EvidenceRow[]): Node {
  const { origin } = items[0] ?? {};
  const head =
    origin === null || origin === undefined
      ? null
      : h(
          'p',
          { class: 'origin' },
          items.length > 1 ? `${items.length} sources, one origin: ` : 'First reported by ',
          linkView(showing, { name: 'origin', id: origin }, h('bdi', {}, originName(showing, origin))),
        );
  return h(
    'li',
    {},
    head,
    items.map((item) => showItem(showing, claim, item)),
  );
}

function showItem(showing: Showing, claim: ClaimRow, item: EvidenceRow): Node {
  const stance = item.stance === null ? null : STANCES[item.stance];
  const days =
    item.after_claim === true && item.published_first && claim.claim_date_last
      ? daysBetween(claim.claim_date_last, item.published_first)
      : 0;
  const some = claim.evidence.some((other) => other.archive_url !== null);
  const { language, quote_gloss: gloss } = item;
  const notes = [
    item.published === null ? 'no date known' : sayDate(item.published),
    BASIS[item.published_basis ?? ''],
    noteTitle(item),
    days >= LATER ? `${days} days after the claim` : null,
    item.accessed === null ? null : `read on ${sayDate(item.accessed)}`,
    item.archive_url === null && some ? 'no archived copy' : null,
  ].filter((note) => note);
  return h(
    'div',
    { class: 'item' },
    h(
      'p',
      { class: 'source' },
      stance !== null && [
        h(
          'span',
          { class: `stance ${item.stance}` },
          h('span', { class: 'sign', 'aria-hidden': 'true' }, stance.sign),
          stance.label,
        ),
        ' ',
      ],
      item.publisher !== null && [h('bdi', {}, item.publisher), ': '],
      linkOut(item.url, nameSource(item)),
    ),
    showAnswer(showing, claim, item),
    item.shows !== null && h('p', { class: 'shows', ...ownWords(showing, item.shows, claim) }, item.shows),
    item.quote !== null &&
      showQuotation('blockquote', item.quote, { dir: 'auto', lang: language ?? languageByScript(item.quote) }),
    gloss !== null && h('p', { class: 'gloss', lang: 'en' }, 'In English: ', gloss),
    h(
      'p',
      { class: 'meta' },
      notes.join('; '),
      item.archive_url !== null && ['; ', linkOut(item.archive_url, 'archived copy')],
    ),
    item.url !== null && h('p', { class: 'print-only meta' }, item.url),
  );
}

/** The question that a piece of evidence answers, its answer, and why it bears on the claim. */
function showAnswer(showing: Showing, claim: ClaimRow, item: EvidenceRow): Child {
  const question = claim.questions.find(({ question_id }) => question_id === item.question_id)?.question;
  return [question, item.answer, item.explanation].map(
    (text) => typeof text === 'string' && h('p', { class: 'shows', ...ownWords(showing, text, claim) }, text),
  );
}
