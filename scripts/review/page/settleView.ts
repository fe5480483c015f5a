// A claim and its votes → the screen on which somebody who has not voted settles it.
import { type Child, h } from '../../explorer/nodes/node.ts';
import type { BlindClaim } from '../../votes/blindClaim.ts';
import type { ClaimView, OpenView, Settling } from '../claimView.ts';
import type { Verdict } from './api.ts';
import { showClaim, showConflict, showEvidence, showFinding, showSurroundings, words } from './claimParts.ts';
import { key, keysField, textField, verdictField } from './form.ts';

export interface SettleDraft {
  readonly verdict: string | null;
  readonly reason: string | null;
  readonly justification: string | null;
}

export function showSettle(
  view: ClaimView,
  verdicts: readonly Verdict[],
  draft: SettleDraft | null,
  conflict: { before: BlindClaim | null } | null,
): Child {
  const { open } = view;
  if (open === null)
    return [
      h('h1', { tabindex: -1 }, 'Settle'),
      h('p', {}, 'Hidden while you judge blind: hand in your own vote first.'),
    ];
  const labels = new Map(verdicts.map(({ id, label }) => [id, label]));
  return [
    h('h1', { tabindex: -1 }, open.settling ? 'Settle' : 'Claim'),
    conflict !== null &&
      showConflict(conflict.before, view.shown, 'Your decision waits: save it once more to confirm it.'),
    h(
      'div',
      { class: 'columns' },
      showSurroundings(view.surroundings),
      h('section', { 'aria-label': 'The claim' }, showClaim(view), showEvidence(view)),
      h(
        'section',
        { 'aria-labelledby': 'votes-title' },
        h('h2', { id: 'votes-title' }, 'Votes'),
        h(
          'div',
          { class: 'votes' },
          open.votes.map((vote) => showOneVote(vote, labels)),
        ),
        h('p', {}, `Status ${open.status}, verdict ${open.verdict ?? 'none'}.`),
        open.justification !== null && words('p', open.justification),
        open.adjudication !== null && words('p', open.adjudication),
        open.settling && settleForm(open.settling, verdicts, draft),
        h('h2', {}, `Findings (${open.findings.length})`),
        h(
          'ul',
          { class: 'findings' },
          open.findings.map((finding) => showFinding(finding, open.fixing)),
        ),
      ),
    ),
  ];
}

function showOneVote(vote: OpenView['votes'][number], labels: ReadonlyMap<string, string>): Child {
  const { annotator, verdict, confidence, date, note } = vote;
  return h(
    'div',
    { class: 'vote' },
    h('h3', {}, annotator),
    h('p', {}, h('strong', {}, labels.get(verdict) ?? verdict), `, ${confidence}`),
    h('p', { class: 'muted' }, date),
    note !== null && words('p', note),
  );
}

function settleForm({ noted, needsJustification }: Settling, verdicts: readonly Verdict[], draft: SettleDraft | null) {
  return h(
    'form',
    { id: 'form', 'aria-label': 'Your decision' },
    verdictField(verdicts, draft?.verdict ?? noted?.verdict ?? null),
    textField('reason', 'What decided', draft?.reason ?? noted?.reason ?? '', 'It stands in the claim, with your id.'),
    textField(
      'justification',
      'Justification',
      draft?.justification ?? '',
      needsJustification ? 'Why the claim has its verdict.' : 'Empty: the one that stands there stays.',
    ),
    h('p', { id: 'writes', class: 'muted', role: 'status' }),
    h('p', { class: 'error', id: 'error', role: 'alert' }),
    h(
      'p',
      { class: 'buttons' },
      h('button', { type: 'submit', class: 'go' }, 'Save ', key('Ctrl+Enter')),
      h('button', { type: 'button', id: 'undo' }, 'Undo ', key('z')),
    ),
    noted && h('p', { class: 'muted' }, noted.waits ? 'Noted, and to be confirmed.' : 'Noted, and not handed in yet.'),
    keysField(),
  );
}

/** What will be written for a verdict, in words. */
export function sayWrites({ revisions }: Settling, verdict: string | null): string {
  if (verdict === null) return '';
  const revision = revisions[verdict];
  const said = `Writes verdict ${verdict}, status adjudicated and what decided.`;
  if (!revision) return said;
  return `${said} A release has it as ${String(revision.from)}: revisions gets an entry of verdict from ${String(revision.from)} to ${String(revision.to)}, and the next release is a minor version.`;
}
