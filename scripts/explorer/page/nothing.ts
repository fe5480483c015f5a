// A selection without claims → what to loosen, and what else to search for.

import { h, type Node as Piece } from '../nodes/node.ts';
import { plural } from '../parts/wording.ts';
import { type ClaimSearch, type Found, isEmpty } from '../search/claimSearch.ts';
import type { ClaimList } from '../view/claimList.ts';
import { suggestLoosening } from '../view/selectClaims.ts';
import { type Filters, formatView, NO_FILTERS } from '../view/viewState.ts';
import { draw } from './dom.ts';

/** Milliseconds after which a word is no longer being typed. */
const PAUSE = 400;

/** Says what may help; similar words are looked up when the reader pauses, since half a word is no mistake. */
export function showNothing(
  list: ClaimList,
  filters: Filters,
  found: Found | null,
  search: ClaimSearch,
): HTMLElement[] {
  const link = (next: Filters, text: string): Piece =>
    h('a', { href: formatView({ name: 'claims', filters: next }), dir: 'auto' }, text);
  const looser = suggestLoosening(list, filters, found).map((one) =>
    h('li', {}, link(one.filters, `Drop ${one.label}`), ` to see ${plural(one.count, 'claim')}`),
  );
  const start = h('li', {}, link(NO_FILTERS, 'Start over'), ` with all ${plural(list.count, 'claim')}`);
  const ways = draw(h('ul', {}, looser, start));
  if (found !== null && isEmpty(found)) {
    setTimeout(async () => {
      // Something else is shown by now.
      if (!ways.isConnected) return;
      const others = await search.suggest(filters.query);
      ways.prepend(...others.map((query) => draw(h('li', {}, 'Search for ', link({ ...filters, query }, query)))));
    }, PAUSE);
  }
  return [draw(h('p', {}, 'No claim fits. What may help:')), ways];
}
