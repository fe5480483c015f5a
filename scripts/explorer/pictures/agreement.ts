// Pairs of votes → which verdicts two annotators gave the same claim, with margins.
import type { Manifest } from '../../schemas/generated/types.ts';
import { type Child, h } from '../nodes/node.ts';
import { listClasses, type Showing } from '../parts/showing.ts';
import { plural } from '../parts/wording.ts';
import { listOf } from '../view/viewState.ts';
import type { DatasetCounts } from './collectCounts.ts';
import { showMeasures } from './measures.ts';
import type { Picture } from './picture.ts';

export function pictureAgreement(
  showing: Showing,
  { pairs, annotators, claims, votes, differences }: DatasetCounts,
  manifest: Manifest,
): Picture {
  const { verdicts } = showing.meta;
  const count = (row: string, column: string): number => pairs.get(`${row} ${column}`) ?? 0;
  const total = [...pairs.values()].reduce((sum, value) => sum + value, 0);
  const most = Math.max(1, ...pairs.values());
  const [rowName = '', columnName = ''] = annotators.length === 2 ? annotators : ['one annotator', 'another'];
  const rowSum = (id: string): number => verdicts.reduce((sum, other) => sum + count(id, other.id), 0);
  const columnSum = (id: string): number => verdicts.reduce((sum, other) => sum + count(other.id, id), 0);
  const sumOf = (kind: string): number =>
    listClasses(showing).reduce((sum, id) => sum + (votes.get(`${kind} ${id}`) ?? 0), 0);
  const none = sumOf('none');
  const cell = (row: string, column: string): Child => {
    const number = count(row, column);
    const shade = number === 0 ? 0 : Math.ceil(4 * Math.sqrt(number / most));
    const same = row === column;
    const between = differences.filter((pattern) => [row, column].every((id) => pattern.split('|').includes(id)));
    const values = same ? { votes: ['agree'], verdict: [row] } : { votes: between };
    return h(
      'td',
      { class: `shade${shade}${same ? ' same' : ''}` },
      number === 0 ? '' : h('a', { href: showing.link(listOf(values)) }, number),
    );
  };
  const showMatrix = (): Child =>
    h(
      'div',
      {
        class: 'scroll',
        tabindex: 0,
        role: 'region',
        'aria-label': 'Votes of one annotator against those of another',
      },
      h(
        'table',
        { class: 'matrix' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, `${rowName} ↓ ${columnName} →`),
            verdicts.map(({ label }) => h('th', { scope: 'col' }, label)),
            h('th', { scope: 'col' }, 'Sum'),
          ),
        ),
        h(
          'tbody',
          {},
          verdicts.map((row) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, row.label),
              verdicts.map(({ id }) => cell(row.id, id)),
              h('td', { class: 'sum' }, rowSum(row.id)),
            ),
          ),
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, 'Sum'),
            verdicts.map(({ id }) => h('td', { class: 'sum' }, columnSum(id))),
            h('td', { class: 'sum' }, total),
          ),
        ),
      ),
    );
  return {
    id: 'agreement',
    title: 'Agreement between annotators',
    note:
      total === 0
        ? 'No claim has votes of two annotators yet.'
        : `${plural(total, 'pair')} of votes on the same claim${annotators.length > 2 ? ' (three votes make three pairs)' : ''}; rows ${rowName}, columns ${columnName}; on the diagonal both agree. ${sumOf('one') + none} of ${claims} claims have one vote${none > 0 ? ' or none' : ''} and are not in it.`,
    table: {
      columns: [`${rowName} ↓ ${columnName} →`, ...verdicts.map(({ label }) => label), 'Sum'],
      rows:
        total === 0
          ? []
          : [
              ...verdicts.map((row) => [row.label, ...verdicts.map(({ id }) => count(row.id, id)), rowSum(row.id)]),
              ['Sum', ...verdicts.map(({ id }) => columnSum(id)), total],
            ],
    },
    draw: null,
    ...(total === 0
      ? {}
      : {
          grid: h('div', {}, showMatrix(), showMeasures(manifest)),
        }),
  };
}
