// Found claims → a list that is drawn as far as it is read.

import { groupDigits } from '../view/groupDigits.ts';
import type { Part } from '../view/markMatches.ts';
import { formatView } from '../view/viewState.ts';
import { h } from './dom.ts';
import { isQuoted, ownWords, showVerdict, words } from './parts.ts';
import type { Store } from './store.ts';

/** Claims that are drawn at a time. */
const STEP = 30;

export interface ResultList {
  readonly element: HTMLElement;
  /** Shows other claims, at least `shown` of them at once. */
  readonly update: (places: readonly number[], mark: (text: string) => Part[], shown?: number) => void;
  /** How many claims are drawn. */
  readonly shown: () => number;
}

export function makeResultList(store: Store): ResultList {
  const list = h('ol', { class: 'results' });
  const more = h('button', { type: 'button', class: 'more' });
  let places: readonly number[] = [];
  let mark: (text: string) => Part[] = (text) => [{ text, found: false }];
  const draw = (count: number): void => {
    const start = list.childElementCount;
    list.append(...places.slice(start, start + count).map((place) => showRow(store, place, mark)));
    const left = places.length - list.childElementCount;
    more.hidden = left === 0;
    more.textContent = `Show more (${groupDigits(left)} left)`;
  };
  more.addEventListener('click', () => {
    const next = list.childElementCount;
    draw(STEP);
    list.children[next]?.querySelector('a')?.focus();
  });
  new IntersectionObserver(([entry]) => entry?.isIntersecting && draw(STEP), { rootMargin: '600px' }).observe(more);
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = event.target instanceof Element ? event.target.closest('ol.results > li') : null;
    if (step === 0 || !row) return;
    const next = step === 1 ? row.nextElementSibling : row.previousElementSibling;
    if (next) next.querySelector('a')?.focus();
    else if (step === -1) document.getElementById('query')?.focus();
    event.preventDefault();
  });
  return {
    element: h('div', {}, list, more),
    shown: () => list.childElementCount,
    update: (next, marker, shown = STEP) => {
      places = next;
      mark = marker;
      list.replaceChildren();
      draw(Math.max(shown, STEP));
    },
  };
}

function showRow(store: Store, place: number, mark: (text: string) => Part[]): HTMLElement {
  const claim = store.claims[place];
  if (!claim) return h('li');
  const show = (text: string): (Node | string)[] =>
    mark(text).map((part) => (part.found ? h('mark', {}, part.text) : part.text));
  const facts = [claim.claimant, claim.source_publisher, claim.claim_date, words(claim.claim_type)];
  return h(
    'li',
    {},
    h('p', { class: 'ruling' }, showVerdict(store.meta, claim.verdict)),
    h(
      'h2',
      ownWords(claim.claim, claim),
      h('a', { href: formatView({ name: 'claim', id: claim.claim_id }) }, show(claim.claim)),
    ),
    h(
      'p',
      { class: 'quote', dir: 'auto', lang: claim.source_language },
      h(isQuoted(claim.quote) ? 'span' : 'q', {}, show(claim.quote)),
    ),
    h(
      'p',
      { class: 'meta' },
      [...new Set(facts)].map((fact, at) => h('span', {}, at > 0 && ' · ', h('bdi', {}, show(fact)))),
    ),
  );
}
