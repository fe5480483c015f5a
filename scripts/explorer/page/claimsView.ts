// The filters in the address → the list of claims, its filters and its downloads.

import type { ClaimRow } from '../../schemas/generated/types.ts';
import { writeClaims } from '../datasetFiles.ts';
import type { ClaimSearch } from '../search/searchIndex.ts';
import { groupDigits } from '../view/groupDigits.ts';
import { markerOf } from '../view/markMatches.ts';
import { isFiltered, listClaims, selectClaims } from '../view/selectClaims.ts';
import { FACETS, type Filters, NO_FILTERS, SORTS, type Sort } from '../view/viewState.ts';
import { announce, h } from './dom.ts';
import { makeFacetPanel, nameValue } from './facets.ts';
import { showNothing } from './nothing.ts';
import { plural } from './parts.ts';
import { makeResultList } from './results.ts';
import { saveFile, typeOfFile } from './saving.ts';
import type { Store } from './store.ts';

export interface ClaimsView {
  readonly element: HTMLElement;
  /** Shows the claims that pass; `shown` of them are drawn at once. */
  readonly update: (filters: Filters, shown?: number) => Promise<void>;
  readonly shown: () => number;
}

/** Makes the view; `change` is told what a reader asks for. */
export function makeClaimsView(store: Store, change: (filters: Filters) => void): ClaimsView {
  let filters = NO_FILTERS;
  let places: readonly number[] = [];
  let search: ClaimSearch | null = null;
  const claims = listClaims(store.claims);
  const all = selectClaims(claims, NO_FILTERS, null);
  const heading = h('h1', { tabindex: -1 }, 'Claims');
  const active = h('ul', { class: 'active', 'aria-label': 'Active filters' });
  const nothing = h('div', { class: 'nothing', hidden: true });
  const results = makeResultList(store);
  const panel = makeFacetPanel(store, all.counts, (part) => change({ ...filters, ...part }));
  const sort = h(
    'select',
    {},
    Object.entries(SORTS).map(([value, label]) => h('option', { value }, label)),
  );
  sort.addEventListener('change', () => change({ ...filters, sort: sort.value as Sort }));
  const save = (kind: 'csv' | 'jsonl'): HTMLElement => {
    const label = kind === 'csv' ? 'CSV' : 'JSON Lines';
    const button = h('button', { type: 'button', 'aria-label': `Save these claims as ${label}` }, label);
    button.addEventListener('click', () => void saveClaims(store, places, kind));
    return button;
  };
  const summary = h('summary', {}, 'Filters');
  const drawer = h('details', { class: 'drawer' }, summary, panel.element);
  const wide = matchMedia('(min-width: 860px)');
  const fitDrawer = (): void => {
    drawer.open = wide.matches;
  };
  wide.addEventListener('change', fitDrawer);
  fitDrawer();
  const tools = h(
    'div',
    { class: 'tools' },
    h('label', {}, 'Sort ', sort),
    h('span', { class: 'save' }, 'Save ', save('csv'), ' ', save('jsonl')),
  );
  const element = h(
    'div',
    { class: 'claims' },
    drawer,
    h('div', { class: 'found' }, heading, active, tools, nothing, results.element),
  );
  return {
    element,
    shown: results.shown,
    update: async (next, shown) => {
      filters = next;
      if (next.query.trim() !== '' && search === null) {
        heading.textContent = 'Preparing the search…';
        search = await store.search();
        // The reader typed on in the meantime; the later update shows the later state.
        if (filters !== next) return;
      }
      const found = next.query.trim() === '' || !search ? null : search.find(next.query);
      const selection = selectClaims(claims, next, found);
      places = selection.places;
      const count = isFiltered(next)
        ? `${groupDigits(places.length)} of ${plural(store.claims.length, 'claim')}`
        : plural(places.length, 'claim');
      heading.textContent = count;
      announce(count);
      sort.value = next.sort ?? (next.query === '' ? 'dataset' : 'best');
      panel.update(next, selection.counts);
      active.replaceChildren(...showActive(store, next, change));
      summary.textContent = active.childElementCount > 0 ? `Filters (${active.childElementCount})` : 'Filters';
      nothing.hidden = places.length > 0;
      nothing.replaceChildren(...(places.length > 0 ? [] : showNothing(claims, next, found, search)));
      tools.hidden = places.length === 0;
      results.update(places, markerOf(next.query, store.meta.spellings), shown);
    },
  };
}

async function saveClaims(store: Store, places: readonly number[], kind: 'csv' | 'jsonl'): Promise<void> {
  const { meta } = store;
  const rows: ClaimRow[] = [];
  for (const place of places) rows.push(await store.readClaim(place));
  const some = places.length === store.claims.length ? '' : `-${places.length}-claims`;
  const name = `${meta.citation.name}-${meta.citation.version}${some}.${kind}`;
  saveFile(name, typeOfFile(name), writeClaims(kind, rows, meta.edition));
}

/** A button for every value that is asked for; pressing it drops the value. */
function showActive(store: Store, filters: Filters, change: (filters: Filters) => void): HTMLElement[] {
  const chip = (title: string, text: string, next: Filters): HTMLElement => {
    const button = h(
      'button',
      { type: 'button', 'aria-label': `Drop the filter ${title}: ${text}` },
      h('bdi', {}, text),
      ' ×',
    );
    button.addEventListener('click', () => change(next));
    return h('li', {}, button);
  };
  const values = FACETS.flatMap(({ key, title }) =>
    filters.values[key].map((value) =>
      chip(title, nameValue(store, key, value), {
        ...filters,
        values: { ...filters.values, [key]: filters.values[key].filter((one) => one !== value) },
      }),
    ),
  );
  if (filters.from !== '') values.push(chip('From', `from ${filters.from}`, { ...filters, from: '' }));
  if (filters.to !== '') values.push(chip('To', `to ${filters.to}`, { ...filters, to: '' }));
  return values;
}
