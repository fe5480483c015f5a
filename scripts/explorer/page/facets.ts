// The filters → a panel of check boxes with counts, kept up to date without losing the focus.

import { groupDigits } from '../parts/groupDigits.ts';
import {
  describeArticle,
  distortionLabel,
  drawMark,
  listClasses,
  nameArticle,
  originName,
  topicLabel,
  verdictLabel,
} from '../parts/showing.ts';
import { sayAgreement, sayPublisher, sayStatus, words } from '../parts/wording.ts';
import type { Counts } from '../view/selectClaims.ts';
import { FACETS, type FacetKey, type Filters } from '../view/viewState.ts';
import { draw, make } from './dom.ts';
import type { Store } from './store.ts';

/** Values of a filter that are shown before all are asked for, and that are shown at most. */
const FEW = 8;
const MOST = 200;
/** Filters that stand open: the others are a press away. */
const OPEN: ReadonlySet<FacetKey> = new Set(['verdict', 'article']);

export interface FacetPanel {
  readonly element: HTMLElement;
  readonly update: (filters: Filters, counts: Counts) => void;
}

/** Makes the panel; `all` are the counts of the whole dataset, which set the order of the values. */
export function makeFacetPanel(store: Store, all: Counts, change: (part: Partial<Filters>) => void): FacetPanel {
  let filters: Filters | null = null;
  const toggle = (key: FacetKey, value: string, ticked: boolean): void => {
    if (!filters) return;
    const rest = filters.values[key].filter((one) => one !== value);
    change({ values: { ...filters.values, [key]: ticked ? [...rest, value] : rest } });
  };
  const groups = FACETS.map(({ key, title }) => ({ key, values: listValues(store, key, all[key]), title }))
    .filter(({ key, values }) => isUseful(store, key, values))
    .map(({ key, title, values }) => makeGroup(store, key, title, values, toggle));
  const days = (store.core.columns.claim_date_first?.values ?? [])
    .filter((day): day is string => typeof day === 'string')
    .sort();
  const from = makeDay('From', days, (day) => change({ from: day }));
  const to = makeDay('To', days, (day) => change({ to: day }));
  const dates = make('details', { class: 'facet' }, h2('Date of the claim'));
  dates.append(from.label, to.label);
  const element = make('div', { class: 'facets' });
  element.append(...groups.map((group) => group.element), dates);
  return {
    element,
    update: (next, counts) => {
      filters = next;
      from.input.value = next.from;
      to.input.value = next.to;
      if (next.from !== '' || next.to !== '') dates.open = true;
      for (const group of groups) group.update(next, counts);
    },
  };
}

function h2(title: string) {
  return { name: 'summary', attributes: {}, children: [title] };
}

/** A filter of one value filters nothing; publishers are worth one only where some have several articles. */
function isUseful(store: Store, key: FacetKey, values: readonly string[]): boolean {
  if (key === 'publisher') return values.length > 1 && values.length < store.articles.size;
  return values.length > 1 || (key === 'verdict' && values.length > 0);
}

interface Option {
  readonly value: string;
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

/** A group of values; the less frequent ones are made when they are asked for, and where one is ticked. */
function makeGroup(
  store: Store,
  key: FacetKey,
  title: string,
  values: readonly string[],
  toggle: (key: FacetKey, value: string, ticked: boolean) => void,
) {
  const list = make('ul');
  const element = make('details', { class: 'facet' }, h2(title));
  element.open = OPEN.has(key);
  element.append(list);
  const options = new Map<string, Option>();
  let state: { filters: Filters; counts: Counts } | null = null;
  const make1 = (value: string): void => {
    if (options.has(value)) return;
    const box = make('input', { type: 'checkbox', value });
    const count = make('span', { class: 'count' });
    box.addEventListener('change', () => toggle(key, value, box.checked));
    const label = make('label');
    label.append(box);
    if (key === 'verdict') label.append(draw(drawMark(store, value)));
    label.append(make('bdi', {}, nameValue(store, key, value)), ' ', count);
    const row = make('li');
    row.append(label);
    options.set(value, { value, row, box, count });
    list.append(row);
  };
  for (const value of values.slice(0, values.length <= FEW + 1 ? FEW + 1 : FEW)) make1(value);
  const rest = values.length - options.size;
  const more = make(
    'button',
    { type: 'button', class: 'quiet' },
    values.length > MOST ? `The first ${MOST} of ${groupDigits(values.length)}` : `All ${values.length}`,
  );
  more.addEventListener('click', () => {
    for (const value of values.slice(0, MOST)) make1(value);
    more.remove();
    refresh();
    list.children[FEW]?.querySelector('input')?.focus();
  });
  if (rest > 0) element.append(more);
  // What is folded up is counted when it is opened.
  const refresh = (): void => {
    if (!state || !element.open) return;
    const { filters, counts } = state;
    for (const { value, box, count, row } of options.values()) {
      const number = counts[key].get(value) ?? 0;
      box.checked = filters.values[key].includes(value);
      const text = groupDigits(number);
      if (count.textContent !== text) count.textContent = text;
      row.classList.toggle('none', number === 0 && !box.checked);
    }
  };
  element.addEventListener('toggle', refresh);
  return {
    element,
    update: (filters: Filters, counts: Counts): void => {
      state = { filters, counts };
      for (const value of filters.values[key]) if (values.includes(value)) make1(value);
      if (filters.values[key].length > 0) element.open = true;
      refresh();
    },
  };
}

function makeDay(
  name: string,
  days: readonly string[],
  change: (day: string) => void,
): { label: HTMLElement; input: HTMLInputElement } {
  const input = make('input', { type: 'date', min: days[0], max: days.at(-1) });
  input.addEventListener('change', () => change(input.value));
  const label = make('label', { class: 'day' }, name);
  label.append(input);
  return { label, input };
}

/** The scale has its own order; the rest come most frequent first. */
function listValues(store: Store, key: FacetKey, counts: ReadonlyMap<string, number>): string[] {
  if (key === 'verdict') return listClasses(store).filter((id) => counts.has(id));
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([value]) => value);
}

/** Whether some claim has a value, or it is a verdict, a topic or an article that no claim has. */
export function isKnown(store: Store, all: Counts, key: FacetKey, value: string): boolean {
  if (all[key].has(value)) return true;
  if (key === 'verdict') return listClasses(store).includes(value);
  if (key === 'article') return store.articles.has(value);
  return key === 'topic' && store.meta.topics.some(({ id }) => id === value);
}

export function nameValue(store: Store, key: FacetKey, value: string): string {
  switch (key) {
    case 'verdict':
      return verdictLabel(store, value);
    case 'topic':
      return topicLabel(store, value);
    case 'origin':
      return originName(store, value);
    case 'distortion':
      return distortionLabel(store, value);
    case 'status':
      return sayStatus(value);
    case 'votes':
      return sayAgreement(value, (id) => verdictLabel(store, id));
    case 'publisher':
      return sayPublisher(value);
    case 'type':
      return words(value);
    case 'article': {
      const article = store.articles.get(value);
      return article ? `${nameArticle(article)} (${describeArticle(article)})` : value;
    }
    default:
      return value;
  }
}
