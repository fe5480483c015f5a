// A selection without claims → what to loosen, and what else to search for.

import { h, type Node as Piece } from '../nodes/node.ts';
import { plural } from '../parts/wording.ts';
import type { ClaimSearch } from '../search/claimSearch.ts';
import type { ClaimList } from '../view/claimList.ts';
import { type FoundPlaces, suggestLoosening } from '../view/selectClaims.ts';
import { type Filters, formatView, NO_FILTERS } from '../view/viewState.ts';
import { draw } from './dom.ts';

/** Says what may help; similar words are looked up once the page has been drawn. */
export function showNothing(
  list: ClaimList,
  filters: Filters,
  found: FoundPlaces | null,
  search: ClaimSearch,
): HTMLElement[] {
  const link = (next: Filters, text: string): Piece =>
    h('a', { href: formatView({ name: 'claims', filters: next }), dir: 'auto' }, text);
  const looser = suggestLoosening(list, filters, found).map((one) =>
    h('li', {}, link(one.filters, `Drop ${one.label}`), ` to see ${plural(one.count, 'claim')}`),
  );
  const start = h('li', {}, link(NO_FILTERS, 'Start over'), ` with all ${plural(list.count, 'claim')}`);
  const ways = draw(h('ul', {}, looser, start));
  if (found?.places.length === 0) {
    void search.suggest(filters.query).then((others) => {
      ways.prepend(...others.map((query) => draw(h('li', {}, 'Search for ', link({ ...filters, query }, query)))));
    });
  }
  return [draw(h('p', {}, 'No claim fits. What may help:')), ways];
}
