// The filters in the address → a button for each of their values, which drops it.
import { h } from '../nodes/node.ts';
import type { Counts } from '../view/selectClaims.ts';
import { FACETS, type Filters } from '../view/viewState.ts';
import { make } from './dom.ts';
import { isKnown, nameValue } from './facets.ts';
import type { Store } from './store.ts';

/** A button for every value that is asked for; pressing it drops the value. @param all the counts of the whole dataset. */
export function showActive(
  store: Store,
  all: Counts,
  filters: Filters,
  change: (filters: Filters) => void,
): HTMLElement[] {
  const chip = (title: string, text: string, next: Filters): HTMLElement => {
    const button = make(
      'button',
      { type: 'button', 'aria-label': `Drop the filter ${title}: ${text}` },
      h('bdi', {}, text),
      ' ×',
    );
    button.addEventListener('click', () => change(next));
    const item = make('li');
    item.append(button);
    return item;
  };
  const values = FACETS.flatMap(({ key, title }) =>
    filters.values[key].map((value) =>
      // An address may be typed by hand, or be older than the dataset.
      chip(title, isKnown(store, all, key, value) ? nameValue(store, key, value) : `${value} (unknown)`, {
        ...filters,
        values: { ...filters.values, [key]: filters.values[key].filter((one) => one !== value) },
      }),
    ),
  );
  if (filters.from !== '') values.push(chip('From', `from ${filters.from}`, { ...filters, from: '' }));
  if (filters.to !== '') values.push(chip('To', `to ${filters.to}`, { ...filters, to: '' }));
  return values;
}
