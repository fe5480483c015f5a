// Changes of a version that touched no verdict → a list by what they changed: a claim, an article, or a row of a table.
import type { ChangedVersion } from '../changes.ts';
import { type Child, h } from '../nodes/node.ts';
import { sayDate } from './dates.ts';
import {
  describeArticle,
  type ListedClaim,
  linkClaim,
  linkView,
  nameArticle,
  type Showing,
  showVerdict,
  verdictLabel,
} from './showing.ts';
import { shareWords, showDifference } from './wordDifference.ts';
import { sayStatus, sentence, words } from './wording.ts';

export type Changed = ChangedVersion['changed'][number];
/** The claims that changes speak of, by id. */
export type ChangedClaims = ReadonlyMap<string, ListedClaim>;

/** The share of words in common from which a text and what it became are set against each other word by word. */
const LEAST = 0.5;
/** Columns that hold a date in the form of the data. */
const DATES: ReadonlySet<string> = new Set(['claim_date', 'event_date', 'published', 'accessed']);

/** The claim that a change is about: its own, or that of a row whose id begins with the claim's; else null. */
export function claimOf({ table, id }: Pick<Changed, 'table' | 'id'>): string | null {
  if (table === 'claims') return id;
  return /^(.+-c\d+)-./.exec(id)?.[1] ?? null;
}

/** Each subject once, in the order in which the changes come, with what changed of it. */
export function showOthers(showing: Showing, claims: ChangedClaims, changed: readonly Changed[]): Child {
  const subjects = new Map<string, Changed[]>();
  for (const change of changed) {
    const key = claimOf(change) ?? change.id;
    subjects.set(key, [...(subjects.get(key) ?? []), change]);
  }
  return h(
    'ul',
    { class: 'rows changes' },
    [...subjects].map(([id, changes]) =>
      h(
        'li',
        {},
        nameSubject(showing, claims, id, changes),
        h('ul', { class: 'history' }, showRows(showing, changes, id)),
      ),
    ),
  );
}

function nameSubject(showing: Showing, claims: ChangedClaims, id: string, changes: readonly Changed[]): Child {
  const article = showing.articles.get(id);
  if (article)
    return h(
      'p',
      {},
      'Article: ',
      linkView(showing, { name: 'article', id }, h('bdi', {}, nameArticle(article))),
      h('span', { class: 'meta' }, ' (', h('bdi', {}, describeArticle(article)), ')'),
    );
  const known = claims.get(id);
  if (known) return h('p', {}, linkClaim(showing, known), ' ', h('span', { class: 'meta' }, h('code', {}, id)));
  const withdrawn = showing.meta.withdrawn.find((row) => row.claim_id === id);
  if (withdrawn)
    return h(
      'p',
      {},
      linkView(showing, { name: 'claim', id }, h('bdi', {}, withdrawn.claim)),
      ' ',
      h('span', { class: 'meta' }, h('code', {}, id)),
    );
  const isClaim = changes.some(({ table }) => table === 'claims');
  return h(
    'p',
    {},
    isClaim ? linkView(showing, { name: 'claim', id }, id) : [nameTable(changes[0]), h('code', {}, id)],
  );
}

function nameTable(change: Changed | undefined): string {
  return change === undefined ? '' : `${sentence(words(change.table))}: `;
}

/** What has nothing more to say than that it changed is said in one line for each row. */
function showRows(showing: Showing, changes: readonly Changed[], subject: string): Child[] {
  const rows = new Map<string, Changed[]>();
  for (const change of changes) rows.set(change.id, [...(rows.get(change.id) ?? []), change]);
  return [...rows].flatMap(([id, own]) => {
    const part = id === subject ? '' : `${sentence(words(own[0]?.table ?? ''))} ${id.slice(subject.length + 1)}: `;
    const silent = own.filter((change) => isSilent(change));
    const names = silent.map(({ column }) => words(column ?? ''));
    return [
      ...own
        .filter((change) => !isSilent(change))
        .map((change) => h('li', {}, part, showChange(showing, change, part))),
      ...(names.length > 0 ? [h('li', {}, part, `${startOf(part, names.join(', '))} changed`)] : []),
    ];
  });
}

function isSilent({ column, old, new: value, reason }: Changed): boolean {
  return column !== null && old === null && value === null && reason === null;
}

function startOf(part: string, text: string): string {
  return part === '' ? sentence(text) : text;
}

function showChange(showing: Showing, { kind, column, old, new: value, reason }: Changed, part: string): Child {
  const say = (text: string): string =>
    DATES.has(column ?? '')
      ? sayDate(text)
      : column === 'status'
        ? sayStatus(text)
        : column === 'verdict'
          ? verdictLabel(showing, text)
          : text;
  const together = old !== null && value !== null && shareWords(old, value) >= LEAST && old.includes(' ');
  const name = kind === 'withdrawn' || kind === 'dropped' ? kind : words(column ?? kind);
  return [
    startOf(part, name),
    kind === 'withdrawn' && old !== null && [', last ', showVerdict(showing, old)],
    kind !== 'withdrawn' &&
      (together
        ? [': ', h('span', { class: 'difference', dir: 'auto' }, showDifference(old, value))]
        : [
            old !== null && [': ', h('del', { dir: 'auto' }, say(old))],
            value !== null && [old === null ? ': ' : ' → ', h('ins', { dir: 'auto' }, say(value))],
            column !== null && old === null && value === null && ' changed',
          ]),
    reason !== null && h('p', { class: 'meta', dir: 'auto' }, reason),
  ];
}
