// The filters in the address → the claims, as a list or a table, with filters and downloads.

import { h } from '../nodes/node.ts';
import { groupDigits } from '../parts/groupDigits.ts';
import { plural } from '../parts/wording.ts';
import type { Found } from '../search/claimSearch.ts';
import { listClaims } from '../view/claimList.ts';
import { markerOf } from '../view/markMatches.ts';
import { countPassing, isFiltered, selectClaims } from '../view/selectClaims.ts';
import { type Filters, formatView, NO_FILTERS, SORTS, type Sort } from '../view/viewState.ts';
import { showActive } from './activeFilters.ts';
import { makeArticleHits } from './articleHits.ts';
import { announce, draw, make } from './dom.ts';
import { makeFacetPanel } from './facets.ts';
import { showNothing } from './nothing.ts';
import { makeResultList, PRINTED } from './results.ts';
import { saveSelection } from './saveSelection.ts';
import type { Store } from './store.ts';
import { makeTableView, type TableView } from './tableView.ts';

export interface ClaimsView {
  readonly element: HTMLElement;
  /** Shows the claims that pass; `shown` of them are drawn at once. */
  readonly update: (filters: Filters, shown?: number) => Promise<void>;
  readonly shown: () => number;
  /** Places of the claims in the order in which they are shown. */
  readonly places: () => readonly number[];
  /** Draws all that paper has room for, and says what was asked for. */
  readonly prepareForPrint: () => string;
}

/** A screen reader is told the count when the reader has paused for so long. */
const PAUSE = 400;

/** Makes the view; `change` is told what a reader asks for. */
export function makeClaimsView(store: Store, change: (filters: Filters) => void): ClaimsView {
  let filters = NO_FILTERS;
  let places: readonly number[] = [];
  let table: TableView | null = null;
  const publishers = new Map([...store.articles.values()].map(({ article_id, publisher }) => [article_id, publisher]));
  const claims = listClaims(
    store.core,
    publishers,
    store.meta.verdicts.map(({ id }) => id),
  );
  const all = selectClaims(claims, NO_FILTERS, null);
  const heading = make('h1', { tabindex: -1 }, 'Claims');
  const active = make('ul', { class: 'active', 'aria-label': 'Active filters' });
  const also = make('p', { class: 'also' });
  const nothing = make('div', { class: 'nothing', hidden: true });
  const results = makeResultList(store);
  const findArticles = makeArticleHits(store);
  const panel = makeFacetPanel(store, all.counts, (part) => change({ ...filters, ...part }));
  const sort = make(
    'select',
    {},
    Object.entries(SORTS).map(([value, label]) => h('option', { value }, label)),
  );
  sort.addEventListener('change', () => change({ ...filters, sort: sort.value as Sort }));
  const layout = make('button', { type: 'button' });
  layout.addEventListener('click', () => change({ ...filters, layout: filters.layout === 'list' ? 'table' : 'list' }));
  const save = (kind: 'csv' | 'jsonl'): HTMLElement => {
    const label = kind === 'csv' ? 'CSV' : 'JSON Lines';
    const button = make('button', { type: 'button', 'aria-label': `Save these claims as ${label}` }, label);
    button.addEventListener('click', () => void saveSelection(store, places, kind));
    return button;
  };
  const summary = make('summary', {}, 'Filters');
  const drawer = make('details', { class: 'drawer' });
  const done = make('button', { type: 'button', class: 'show' });
  done.addEventListener('click', () => {
    drawer.open = false;
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  });
  drawer.append(summary, panel.element, done);
  const wide = matchMedia('(min-width: 54em)');
  const fitDrawer = (): void => {
    drawer.open = wide.matches;
  };
  wide.addEventListener('change', fitDrawer);
  fitDrawer();
  const sortLabel = make('label', {}, 'Sort ');
  sortLabel.append(sort);
  const saves = make('span', { class: 'save' }, 'Save ');
  saves.append(save('csv'), ' ', save('jsonl'));
  const tools = make('div', { class: 'tools' });
  tools.append(sortLabel, layout, saves);
  const body = make('div');
  const found = make('div', { class: 'found' });
  const articles = make('ul', { class: 'plain hits' });
  found.append(heading, active, tools, articles, nothing, body, also);
  const element = make('div', { class: 'claims' });
  element.append(drawer, found);

  async function update(next: Filters, shown?: number): Promise<void> {
    filters = next;
    const query = next.query.trim();
    const exact = store.placeOf(query);
    const hit = query === '' ? null : exact >= 0 ? only(exact) : await store.search.find(query);
    // The reader typed on in the meantime; the later update shows the later state.
    if (filters !== next) return;
    const selection = selectClaims(claims, next, hit);
    places = selection.places;
    const count = isFiltered(next)
      ? `${groupDigits(places.length)} of ${plural(store.count, 'claim')}`
      : plural(places.length, 'claim');
    heading.textContent = count;
    announce(count, PAUSE);
    done.textContent = `Show ${plural(places.length, 'claim')}`;
    sort.value = next.sort ?? (next.query === '' ? 'dataset' : 'best');
    layout.textContent = next.layout === 'list' ? 'Show as a table' : 'Show as a list';
    panel.update(next, selection.counts);
    active.replaceChildren(...showActive(store, all.counts, next, change));
    summary.textContent = active.childElementCount > 0 ? `Filters (${active.childElementCount})` : 'Filters';
    articles.replaceChildren(...findArticles(query));
    also.replaceChildren(...showAlso(next, hit));
    nothing.hidden = places.length > 0;
    nothing.replaceChildren(...(places.length > 0 ? [] : showNothing(claims, next, hit, store.search)));
    tools.hidden = places.length === 0;
    if (next.layout === 'table') {
      table ??= makeTableView(store, (part) => change({ ...filters, ...part }));
      if (body.firstChild !== table.element) body.replaceChildren(table.element);
      await table.update(places, next);
    } else {
      if (body.firstChild !== results.element) body.replaceChildren(results.element);
      const remark = (place: number): string | null => {
        const where = hit?.where(place) ?? null;
        return where === null ? null : `Found in its ${where}.`;
      };
      await results.update(places, markerOf(next.query, store.meta.spellings), remark, shown);
    }
  }

  /** How many claims hold the words elsewhere, told apart from those that show them. */
  function showAlso(next: Filters, hit: Found | null): HTMLElement[] {
    if (!hit || hit.near.length === 0) return [];
    const other = { ...next, everywhere: !next.everywhere };
    // Those that hold the words elsewhere, under the same filters.
    const more = countPassing(claims, next, hit.far);
    if (more === 0) return [];
    const link = (text: string): HTMLElement =>
      draw(h('a', { href: formatView({ name: 'claims', filters: other }) }, text));
    return next.everywhere
      ? [
          link(
            `Leave out the ${plural(more, 'claim')} with these words only in the justification, the topics or the sources`,
          ),
        ]
      : [link(`${plural(more, 'more claim')} with these words only in the justification, the topics or the sources`)];
  }

  return {
    element,
    update,
    shown: results.shown,
    places: () => places,
    prepareForPrint: () => {
      const drawing = filters.layout === 'table' && table ? table : results;
      drawing.drawAllNow(PRINTED);
      const asked = [...active.querySelectorAll('bdi')].map((one) => one.textContent ?? '');
      if (filters.query !== '') asked.unshift(`“${filters.query}”`);
      const drawn = drawing.shown();
      const left = places.length > drawn ? ` The first ${groupDigits(drawn)} are printed.` : '';
      return `${heading.textContent}${asked.length === 0 ? '' : `: ${asked.join(', ')}`}.${left}`;
    },
  };
}

function only(place: number): Found {
  return { near: [place], far: [], places: () => [place], where: () => null };
}
