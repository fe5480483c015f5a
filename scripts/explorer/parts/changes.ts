// The versions of the dataset → what changed in each, claim by claim.
import type { ChangedVersion } from '../changes.ts';
import { type Child, h, type Node } from '../nodes/node.ts';
import { sayDate } from './dates.ts';
import { groupDigits } from './groupDigits.ts';
import { linkView, part, type Showing, showVerdict, verdictLabel } from './showing.ts';
import { plural, sentence, words } from './wording.ts';

export function showChanges(showing: Showing): Node {
  const { changes, withdrawn } = showing.meta;
  return h(
    'article',
    { class: 'page' },
    h('h1', { tabindex: -1 }, 'Changes'),
    changes.length === 0
      ? h('p', {}, 'This dataset has not been released yet, so nothing has changed.')
      : changes.map((one) => showVersion(showing, one)),
    withdrawn.length > 0 &&
      part(
        'withdrawn',
        'Withdrawn claims',
        h(
          'ul',
          {},
          withdrawn.map((row) =>
            h(
              'li',
              { dir: 'auto' },
              linkView(showing, { name: 'claim', id: row.claim_id }, row.claim_id),
              `: ${row.reason}`,
            ),
          ),
        ),
      ),
  );
}

function showVersion(showing: Showing, { version, date, added, changed, left }: ChangedVersion): Node {
  const counts = Object.entries(added).map(([table, count]) => `${words(table)}: ${groupDigits(count)}`);
  const others = changed.filter((change) => !isVerdict(change));
  return part(
    `version-${version.replaceAll('.', '-')}`,
    `${version}, ${sayDate(date)}`,
    counts.length > 0 && h('p', {}, `Rows added to ${counts.join(', ')}.`),
    showVerdicts(showing, changed),
    others.length > 0 &&
      h(
        'ul',
        { class: 'history' },
        others.map(({ id, table, kind, column, old, new: value, reason }) =>
          h(
            'li',
            {},
            table === 'claims' ? linkView(showing, { name: 'claim', id }, id) : h('code', {}, id),
            ` ${kind === 'withdrawn' || kind === 'dropped' ? kind : sentence(words(column ?? kind))}`,
            old !== null && [': ', h('del', { dir: 'auto' }, kind === 'withdrawn' ? verdictLabel(showing, old) : old)],
            value !== null && [' → ', h('ins', { dir: 'auto' }, value)],
            reason !== null && h('p', { class: 'meta', dir: 'auto' }, reason),
          ),
        ),
      ),
    left > 0 && h('p', {}, `And ${plural(left, 'more change')}: changes.jsonl has them all.`),
    counts.length + changed.length === 0 && h('p', {}, 'No row changed.'),
  );
}

type Changed = ChangedVersion['changed'][number];

function isVerdict({ table, column }: Changed): boolean {
  return table === 'claims' && column === 'verdict';
}

/** Verdicts before and after, first of all: they are what a reader may have quoted. */
function showVerdicts(showing: Showing, changed: readonly Changed[]): Child {
  const verdicts = changed.filter(isVerdict);
  if (verdicts.length === 0) return null;
  return [
    h('h3', {}, `Verdicts that changed (${groupDigits(verdicts.length)})`),
    h(
      'ul',
      { class: 'history verdicts' },
      verdicts.map(({ id, old, new: value, reason }) =>
        h(
          'li',
          {},
          linkView(showing, { name: 'claim', id }, id),
          ': ',
          showVerdict(showing, old),
          ' became ',
          showVerdict(showing, value),
          reason !== null && h('p', { class: 'meta', dir: 'auto' }, reason),
        ),
      ),
    ),
  ];
}
