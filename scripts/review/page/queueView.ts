// The lists of what there is to do → the first screen.
import { type Child, h } from '../../explorer/nodes/node.ts';
import { countOf } from '../../values/countOf.ts';
import type { List, Row } from '../queue.ts';
import type { QueueAnswer } from './api.ts';
import { words } from './claimParts.ts';

export function showQueue(queue: QueueAnswer, said: Child): Child {
  const { pending, agreement, blind } = queue;
  const first = queue.vote.rows[0];
  const row = (to: 'vote' | 'settle') => (one: Row) => [
    h('a', { href: `#${to}/${one.id}` }, one.id),
    ' ',
    words('span', one.text),
  ];
  return [
    h('h1', { tabindex: -1 }, 'Queue'),
    said,
    h(
      'p',
      {},
      first
        ? h('a', { class: 'go', href: `#vote/${first.id}` }, `Vote on ${countOf(queue.vote.all, 'claim')}`)
        : 'You have voted on every claim.',
    ),
    pending.waiting.length > 0 &&
      h(
        'section',
        { class: 'alarm' },
        h('h2', {}, `To confirm (${pending.waiting.length})`),
        h('p', {}, 'These claims read otherwise since you judged them. They are not handed in until you confirm.'),
        h(
          'ul',
          {},
          pending.waiting.map((id) => h('li', {}, h('a', { href: `#vote/${id}` }, id))),
        ),
      ),
    list('To vote', 'No vote of yours, noted or handed in.', queue.vote, row('vote')),
    list(
      'Differ',
      blind ? 'Of the claims that you have handed in a vote on.' : 'Votes differ, and nobody has settled it.',
      queue.differ,
      row('settle'),
    ),
    list('To settle', 'You are none of the voters.', queue.settle, row('settle')),
    list(
      'Findings',
      blind ? 'Hidden until you have handed in a vote on every claim.' : 'What validate says, at its claim.',
      queue.findings,
      ({ claim, code, severity, message, place }) => [
        h('strong', {}, `${severity} ${code}`),
        ' ',
        claim === null ? h('bdi', {}, place) : h('a', { href: `#settle/${claim}` }, claim),
        ' ',
        words('span', message),
      ],
    ),
    list('Missing', 'What the evidence, or the claim, still lacks.', queue.missing, (one) => [
      h('a', { href: `#vote/${one.id}` }, one.id),
      ` ${one.what.join(', ')}`,
    ]),
    h('h2', {}, 'Progress by article'),
    h(
      'ul',
      { class: 'progress' },
      queue.articles.map(({ id, claims, voted }) =>
        h(
          'li',
          {},
          h('bdi', {}, id),
          ` ${voted} of ${claims} `,
          h('progress', { max: claims, value: voted, 'aria-label': `Voted in ${id}` }),
        ),
      ),
    ),
    h('h2', {}, 'Agreement'),
    blind
      ? h('p', { class: 'muted' }, 'Hidden while you judge blind.')
      : agreement === null
        ? h('p', { class: 'muted' }, 'No claim was judged by two.')
        : h(
            'p',
            {},
            `On ${countOf(agreement.claims, 'claim')} ${agreement.raw} of the votes agree; `,
            agreement.kappa !== null && `kappa ${agreement.kappa}, `,
            `alpha ${agreement.alpha ?? 'not defined'}`,
            agreement.alpha_interval !== null && ` (95 % interval ${agreement.alpha_interval.join(' to ')})`,
            '.',
          ),
  ];
}

function list<T>(name: string, about: string, { all, rows }: List<T>, show: (row: T) => Child): Child {
  return h(
    'details',
    { open: name === 'Differ' || name === 'To settle' },
    h('summary', {}, h('h2', {}, `${name} (${all})`)),
    h('p', { class: 'muted' }, about),
    rows.length > 0 &&
      h(
        'ul',
        { class: 'rows' },
        rows.map((row) => h('li', {}, show(row))),
      ),
    all > rows.length && h('p', { class: 'muted' }, `${all - rows.length} more follow when these are done.`),
  );
}
