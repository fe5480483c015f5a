// The versions of the dataset → what changed in each, claim by claim.
import { TABLES } from '../../schemas/generated/tables.ts';
import type { ChangedVersion } from '../changes.ts';
import { type Child, h, type Node } from '../nodes/node.ts';
import { sayDate } from './dates.ts';
import { groupDigits } from './groupDigits.ts';
import { type Changed, type ChangedClaims, claimOf, showOthers } from './otherChanges.ts';
import { linkView, part, type Showing, showVerdict } from './showing.ts';
import { plural, words } from './wording.ts';

/** The ids of all claims that the listed changes speak of. */
export function listChangedClaims({ meta }: Pick<Showing, 'meta'>): Set<string> {
  return new Set(meta.changes.flatMap(({ changed }) => changed.flatMap((change) => claimOf(change) ?? [])));
}

/** @param claims what is known of the claims of {@link listChangedClaims}: a claim is told by its words, not its id. */
export function showChanges(showing: Showing, claims: ChangedClaims): Node {
  const { changes, withdrawn } = showing.meta;
  return h(
    'article',
    { class: 'page' },
    h('h1', { tabindex: -1 }, 'Changes'),
    changes.length === 0
      ? h('p', {}, 'This dataset has not been released yet, so nothing has changed.')
      : changes.map((one) => showVersion(showing, claims, one)),
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
              linkView(showing, { name: 'claim', id: row.claim_id }, h('bdi', {}, row.claim)),
              h('p', { class: 'meta', dir: 'auto' }, row.reason),
            ),
          ),
        ),
      ),
  );
}

function showVersion(
  showing: Showing,
  claims: ChangedClaims,
  { version, date, added, changed, left }: ChangedVersion,
): Node {
  const others = changed.filter((change) => !isVerdict(change) && !isWithdrawal(change));
  const withdrawn = changed.filter(isWithdrawal);
  return part(
    `version-${version.replaceAll('.', '-')}`,
    `${version}, ${sayDate(date)}`,
    sayAdded(added),
    showVerdicts(showing, claims, changed),
    withdrawn.length > 0 && [
      h('h3', {}, `Claims that were withdrawn (${groupDigits(withdrawn.length)})`),
      showOthers(showing, claims, withdrawn),
    ],
    others.length > 0 &&
      others.length < changed.length &&
      h('h3', {}, `Other changes (${groupDigits(others.length + left)})`),
    others.length > 0 && showOthers(showing, claims, others),
    left > 0 && h('p', {}, `And ${plural(left, 'more change')}: changes.jsonl has them all.`),
    Object.keys(added).length + changed.length === 0 && h('p', {}, 'No row changed.'),
  );
}

/** Tables whose rows belong to a claim: a version does not list those of a new claim. */
const OF_CLAIMS: ReadonlySet<string> = new Set(
  TABLES.flatMap(({ name, references }) => (Object.values(references).includes('claims.claim_id') ? [name] : [])),
);

/** What was added: rows, and apart from them those of claims that were there before. */
function sayAdded(added: ChangedVersion['added']): Child {
  const [of, other] = [true, false].map((belongs) =>
    Object.entries(added)
      .filter(([table]) => OF_CLAIMS.has(table) === belongs)
      .map(([table, count]) => `${words(table)}: ${groupDigits(count)}`),
  );
  return [
    other && other.length > 0 && h('p', {}, `Rows added to ${other.join(', ')}.`),
    of && of.length > 0 && h('p', {}, `Rows added to claims that were there before: ${of.join(', ')}.`),
  ];
}

function isWithdrawal({ kind }: Changed): boolean {
  return kind === 'withdrawn';
}

function isVerdict({ table, column }: Changed): boolean {
  return table === 'claims' && column === 'verdict';
}

/** Verdicts before and after, first of all: they are what a reader may have quoted. */
function showVerdicts(showing: Showing, claims: ChangedClaims, changed: readonly Changed[]): Child {
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
          linkView(showing, { name: 'claim', id }, h('bdi', {}, claims.get(id)?.claim ?? id)),
          h('br'),
          showVerdict(showing, old),
          ' became ',
          showVerdict(showing, value),
          reason !== null && h('p', { class: 'meta', dir: 'auto' }, reason),
        ),
      ),
    ),
  ];
}
