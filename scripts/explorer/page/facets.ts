// The filters → a panel of check boxes with counts, kept up to date without losing the focus.

import { verdictMark } from '../pageMeta.ts';
import { groupDigits } from '../view/groupDigits.ts';
import type { Counts } from '../view/selectClaims.ts';
import { FACETS, type FacetKey, type Filters } from '../view/viewState.ts';
import { drawMark, h } from './dom.ts';
import { words } from './parts.ts';
import type { Store } from './store.ts';

/** Values of a filter that are shown before all are asked for. */
const FEW = 8;

export interface FacetPanel {
  readonly element: HTMLElement;
  readonly update: (filters: Filters, counts: Counts) => void;
}

interface Option {
  readonly value: string;
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

/** Makes the panel; `all` are the counts of the whole dataset, which set the order of the values. */
export function makeFacetPanel(store: Store, all: Counts, change: (part: Partial<Filters>) => void): FacetPanel {
  let filters: Filters | null = null;
  const groups = FACETS.map(({ key, title }) => {
    const options = listValues(store, key, all[key]).map((value): Option => {
      const box = h('input', { type: 'checkbox', value });
      const count = h('span', { class: 'count' });
      box.addEventListener('change', () => {
        if (!filters) return;
        const rest = filters.values[key].filter((one) => one !== value);
        change({ values: { ...filters.values, [key]: box.checked ? [...rest, value] : rest } });
      });
      const at = key === 'verdict' ? store.meta.verdicts.findIndex(({ id }) => id === value) : -1;
      const mark = at >= 0 && drawMark(verdictMark(at), `v${at}`);
      const label = h('label', {}, box, mark, h('bdi', {}, nameValue(store, key, value)), ' ', count);
      return { value, box, count, row: h('li', {}, label) };
    });
    return { key, options, ...makeGroup(title, options) };
  });
  const from = makeDay('From', (day) => change({ from: day }));
  const to = makeDay('To', (day) => change({ to: day }));
  const dates = h('fieldset', {}, h('legend', {}, 'Date of the claim'), from.label, to.label);
  const [verdicts, ...rest] = groups.filter(({ options }) => options.length > 0).map(({ element }) => element);
  return {
    element: h('div', { class: 'facets' }, verdicts, dates, rest),
    update: (next, counts) => {
      filters = next;
      from.input.value = next.from;
      to.input.value = next.to;
      for (const { key, options, refresh } of groups) {
        for (const { value, box, count, row } of options) {
          const number = counts[key].get(value) ?? 0;
          box.checked = next.values[key].includes(value);
          count.textContent = groupDigits(number);
          row.classList.toggle('none', number === 0 && !box.checked);
        }
        refresh();
      }
    },
  };
}

/** A group of values; the less frequent ones wait behind a button, but never one that is ticked. */
function makeGroup(title: string, options: readonly Option[]): { element: HTMLElement; refresh: () => void } {
  const more = h('button', { type: 'button', class: 'quiet', 'aria-expanded': 'false' }, `All ${options.length}`);
  let open = options.length <= FEW + 1;
  const refresh = (): void => {
    for (const [at, { row, box }] of options.entries()) row.hidden = !open && at >= FEW && !box.checked;
  };
  more.addEventListener('click', () => {
    open = !open;
    more.setAttribute('aria-expanded', String(open));
    more.textContent = open ? 'Fewer' : `All ${options.length}`;
    refresh();
  });
  const list = h(
    'ul',
    {},
    options.map(({ row }) => row),
  );
  return { element: h('fieldset', {}, h('legend', {}, title), list, !open && more), refresh };
}

function makeDay(name: string, change: (day: string) => void): { label: HTMLElement; input: HTMLInputElement } {
  const input = h('input', { type: 'date' });
  input.addEventListener('change', () => change(input.value));
  return { label: h('label', { class: 'day' }, name, input), input };
}

/** The scale and the topics have their own order; the rest come most frequent first. */
function listValues({ meta }: Store, key: FacetKey, counts: ReadonlyMap<string, number>): string[] {
  if (key === 'verdict') return meta.verdicts.map(({ id }) => id).filter((id) => counts.has(id));
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([value]) => value);
}

export function nameValue({ meta }: Store, key: FacetKey, value: string): string {
  if (key === 'verdict') return meta.verdicts.find(({ id }) => id === value)?.label ?? value;
  if (key === 'topic') return meta.topics.find(({ id }) => id === value)?.label ?? words(value);
  return key === 'type' || key === 'status' ? words(value) : value;
}
