// The evidence of a claim → a list that says what each source shows, and how far to trust it.
import type { ClaimRow, EvidenceRow } from '../../schemas/generated/types.ts';
import { h } from './dom.ts';
import { isQuoted, linkOut, ownWords, words } from './parts.ts';

/** How a date that is not printed on the page was found. */
const BASIS: Readonly<Record<string, string>> = {
  url: 'date from the address',
  content: 'date from the content',
  copy: 'date from a copy',
  inferred: 'date inferred',
};

const STANCES: Readonly<Record<EvidenceRow['stance'], { sign: string; label: string }>> = {
  supports: { sign: '+', label: 'Supports' },
  refutes: { sign: '−', label: 'Refutes' },
  context: { sign: '·', label: 'Context' },
};

export function showEvidence(claim: ClaimRow): HTMLElement {
  if (claim.evidence.length === 0) return h('p', {}, 'No source bears on this claim.');
  return h(
    'ol',
    { class: 'evidence' },
    claim.evidence.map((item) => showItem(claim, item)),
  );
}

function showItem(claim: ClaimRow, item: EvidenceRow): HTMLElement {
  const facts = [
    item.published === null ? 'no date known' : item.published,
    BASIS[item.published_basis ?? ''] ?? null,
    item.after_claim === true ? 'published after the claim' : null,
    item.origin === null ? null : `first reported by ${words(item.origin)}`,
    item.accessed === null ? null : `read on ${item.accessed}`,
  ].filter((fact) => fact !== null);
  return h(
    'li',
    {},
    h(
      'p',
      { class: `stance ${item.stance}` },
      h('span', { class: 'sign', 'aria-hidden': 'true' }, STANCES[item.stance].sign),
      STANCES[item.stance].label,
    ),
    h('p', { class: 'shows', ...ownWords(item.shows, claim) }, item.shows),
    item.quote !== null && h('blockquote', { dir: 'auto', class: isQuoted(item.quote) && 'bare' }, item.quote),
    h(
      'p',
      { class: 'source' },
      h('bdi', {}, item.publisher),
      ': ',
      linkOut(item.url, item.title),
      ` (${facts.join('; ')})`,
    ),
    item.archive_url !== null && h('p', { class: 'source' }, linkOut(item.archive_url, 'Archived copy')),
    h('p', { class: 'print-only source' }, item.url),
  );
}
