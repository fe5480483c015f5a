// A selection without claims → what to loosen, and what else to search for.
import type { ClaimSearch } from '../search/searchIndex.ts';
import { type ClaimList, suggestLoosening } from '../view/selectClaims.ts';
import { type Filters, formatView, NO_FILTERS } from '../view/viewState.ts';
import { h } from './dom.ts';
import { plural } from './parts.ts';

/** Says what may help; similar words are looked up once the page has been drawn. */
export function showNothing(
  list: ClaimList,
  filters: Filters,
  found: readonly number[] | null,
  search: ClaimSearch | null,
): HTMLElement[] {
  const link = (next: Filters, text: string): HTMLElement =>
    h('a', { href: formatView({ name: 'claims', filters: next }), dir: 'auto' }, text);
  const looser = suggestLoosening(list, filters, found).map((one) =>
    h('li', {}, link(one.filters, `Drop ${one.label}`), ` to see ${plural(one.count, 'claim')}`),
  );
  const start = h('li', {}, link(NO_FILTERS, 'Start over'), ` with all ${plural(list.claims.length, 'claim')}`);
  const ways = h('ul', {}, looser, start);
  if (found?.length === 0) {
    setTimeout(() => {
      if (!ways.isConnected) return;
      const others = search?.suggest(filters.query) ?? [];
      ways.prepend(...others.map((query) => h('li', {}, 'Search for ', link({ ...filters, query }, query))));
    });
  }
  return [h('p', {}, 'No claim fits. What may help:'), ways];
}
