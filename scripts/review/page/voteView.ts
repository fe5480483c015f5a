// A claim, and what is chosen already → the screen on which somebody votes on it.
import { type Child, h } from '../../explorer/nodes/node.ts';
import { countOf } from '../../values/countOf.ts';
import type { BlindClaim } from '../../votes/blindClaim.ts';
import type { ClaimView } from '../claimView.ts';
import type { Verdict } from './api.ts';
import { showClaim, showConflict, showEvidence, showFinding, showSurroundings, words } from './claimParts.ts';
import { confidenceField, key, keysField, textField, verdictField } from './form.ts';

/** What is chosen and not saved: it outlives a conflict. */
export interface Draft {
  readonly verdict: string | null;
  readonly confidence: string | null;
  readonly note: string | null;
}

/** @param before the claim as it was shown when it was judged; null where this page has not shown it */
export function showVote(
  view: ClaimView,
  verdicts: readonly Verdict[],
  draft: Draft | null,
  conflict: { before: BlindClaim | null } | null,
): Child {
  const { own, open } = view;
  const chosen = draft ?? own;
  const isDone = own?.state === 'handed in';
  return [
    h('h1', { tabindex: -1 }, 'Vote'),
    conflict !== null &&
      showConflict(conflict.before, view.shown, 'Your vote waits: save it once more to confirm it, or choose another.'),
    h(
      'div',
      { class: 'columns' },
      showSurroundings(view.surroundings),
      h(
        'section',
        { 'aria-labelledby': 'claim-title' },
        h('h2', { id: 'claim-title' }, 'The claim'),
        showClaim(view),
        showEvidence(view),
        open !== null && showOthers(view),
      ),
      h(
        'form',
        { id: 'form', 'aria-label': 'Your vote' },
        isDone
          ? h('p', { id: 'handed' }, 'Your vote is handed in. ', words('span', own?.advice ?? ''))
          : [
              verdictField(verdicts, chosen?.verdict ?? null),
              confidenceField(chosen?.confidence ?? null),
              textField('note', 'Note', chosen?.note ?? '', 'What decides, where others may see it otherwise.'),
            ],
        h('p', { class: 'error', id: 'error', role: 'alert' }),
        h(
          'p',
          { class: 'buttons' },
          !isDone && h('button', { type: 'submit', class: 'go' }, 'Save and go on ', key('Ctrl+Enter')),
          h('button', { type: 'button', id: 'skip' }, 'Skip ', key('s')),
          h('button', { type: 'button', id: 'undo' }, 'Undo ', key('z')),
        ),
        own?.state === 'noted' && h('p', { class: 'muted' }, 'Noted, and not handed in yet.'),
        keysField(),
      ),
    ),
  ];
}

function showOthers({ open, shown }: ClaimView): Child {
  if (open === null) return null;
  return h(
    'details',
    {},
    h('summary', {}, `How it was judged, and ${countOf(open.findings.length, 'finding')}`),
    h('p', {}, `Status ${open.status}, verdict ${open.verdict ?? 'none'}.`),
    open.justification !== null && words('p', open.justification),
    h(
      'ul',
      {},
      open.votes.map(({ annotator, verdict, confidence, note }) =>
        h('li', {}, `${annotator}: ${verdict}, ${confidence}`, note !== null && ['. ', words('span', note)]),
      ),
    ),
    h(
      'ul',
      { class: 'findings' },
      open.findings.map((finding) => showFinding(finding, open.fixing)),
    ),
    h('p', {}, h('a', { href: `#settle/${shown.id}` }, 'All of it')),
  );
}
