// Found claims → a list, or a table, that is drawn as far as it is read.
import { type Child, h, type Node as Piece } from '../nodes/node.ts';
import { sayDate } from '../parts/dates.ts';
import { showQuotation } from '../parts/quotation.ts';
import { linkView, nameArticle, ownWords, showRuling } from '../parts/showing.ts';
import { sayMore, sayPublisher, words } from '../parts/wording.ts';
import type { Marker } from '../view/markMatches.ts';
import { draw, make } from './dom.ts';
import type { RowClaim, Store } from './store.ts';

/** The least height of a claim in pixels, and how near to the end of the list more of them are drawn. */
const ROW = 100;
const NEAR = 300;
/** Claims that are drawn at a time when the reader comes near to the end. */
const STEP = 30;
/** Claims that are printed at most. */
export const PRINTED = 2000;

/** What a row says beside its claim: where else the words of the query stand. */
export type Remark = (place: number) => string | null;

export interface ResultList {
  readonly element: HTMLElement;
  /** Shows other claims, at least `shown` of them at once. */
  readonly update: (places: readonly number[], mark: Marker, remark: Remark, shown?: number) => Promise<void>;
  /** How many claims are drawn. */
  readonly shown: () => number;
  /**
   * Draws all that have been read, so many at most, at once: paper cannot be scrolled, and printing waits for nothing.
   */
  readonly drawAllNow: (most: number) => void;
}

export function makeResultList(store: Store): ResultList {
  const list = make('ol', { class: 'results' });
  const more = make('button', { type: 'button', class: 'more' });
  const element = make('div');
  element.append(list, more);
  let places: readonly number[] = [];
  let mark: Marker = (text) => [{ text, found: false }];
  let remark: Remark = () => null;
  let turn = 0;
  let drawn = 0;
  const grow = async (count: number): Promise<void> => {
    const now = turn;
    const next = places.slice(drawn, drawn + count);
    drawn += next.length;
    const rows = await store.readRows(next);
    // Another list was asked for in the meantime.
    if (now !== turn) return;
    list.append(...rows.map((row, at) => draw(showRow(store, row, mark, remark(next[at] ?? -1)))));
    const left = places.length - drawn;
    more.hidden = left === 0;
    more.textContent = sayMore(STEP, left);
  };
  more.addEventListener('click', () => {
    const next = list.childElementCount;
    void grow(STEP).then(() => list.children[next]?.querySelector('a')?.focus());
  });
  new IntersectionObserver(([entry]) => entry?.isIntersecting && !more.hidden && void grow(STEP), {
    rootMargin: `${NEAR}px`,
  }).observe(more);
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = event.target instanceof Element ? event.target.closest('ol.results > li') : null;
    if (step === 0 || !row) return;
    const next = step === 1 ? row.nextElementSibling : row.previousElementSibling;
    if (next) next.querySelector<HTMLElement>('h2 a')?.focus();
    else if (step === -1) document.getElementById('query')?.focus();
    event.preventDefault();
  });
  return {
    element,
    shown: () => drawn,
    drawAllNow: (most) => {
      const rest = places.slice(drawn, most);
      const rows = store.rowsNow(rest);
      if (!rows) return;
      drawn += rest.length;
      list.append(...rows.map((row, at) => draw(showRow(store, row, mark, remark(rest[at] ?? -1)))));
      more.hidden = drawn >= places.length;
    },
    update: async (next, marker, remarks, shown = 0) => {
      [places, mark, remark, drawn] = [next, marker, remarks, 0];
      turn += 1;
      // Nothing is added to a list that is about to be replaced.
      more.hidden = true;
      const now = turn;
      // At every letter of a query no more than can be seen.
      const rows = places.slice(0, Math.max(shown, Math.ceil((innerHeight + NEAR) / ROW)));
      const read = await store.readRows(rows);
      if (now !== turn) return;
      drawn = rows.length;
      list.replaceChildren(...read.map((row, at) => draw(showRow(store, row, mark, remark(rows[at] ?? -1)))));
      const left = places.length - drawn;
      more.hidden = left === 0;
      more.textContent = sayMore(STEP, left);
      // What may be printed is read in advance.
      setTimeout(() => now === turn && places.length <= PRINTED && void store.readRows(places), 300);
    },
  };
}

function showRow(store: Store, claim: RowClaim, mark: Marker, remark: string | null): Piece {
  const show = (text: string): Child[] => mark(text).map((part) => (part.found ? h('mark', {}, part.text) : part.text));
  /** A date is shown in words that no query holds: it is marked as a whole. */
  const showDate = (date: string): Child =>
    mark(date).some((part) => part.found) ? h('mark', {}, sayDate(date)) : sayDate(date);
  const { published, publisher } = claim.article;
  const title = nameArticle(claim.article);
  // Publisher and day stand for an article; without a publisher they would be the same words for every one.
  const name: Child =
    publisher === 'unknown' ? [h('bdi', {}, title), ` (${sayPublisher(publisher)})`] : h('bdi', {}, show(publisher));
  const facts: Child[] = [
    claim.claimant !== 'unknown' &&
      claim.claimant !== publisher && [
        claim.asserted_by !== claim.claimant && 'quoting ',
        h('bdi', {}, show(claim.claimant)),
      ],
    linkView(
      store,
      { name: 'article', id: claim.article_id },
      name,
      published !== null && [', ', claim.claim_date === published ? showDate(published) : sayDate(published)],
      publisher !== 'unknown' && h('span', { class: 'sr' }, ': ', title),
    ),
    claim.claim_date !== '' &&
      sayDate(claim.claim_date) !== sayDate(published ?? '') && ['said ', showDate(claim.claim_date)],
    claim.claim_type !== '' && show(words(claim.claim_type)),
  ].filter((fact) => fact !== false);
  return h(
    'li',
    {},
    h(
      'h2',
      ownWords(store, claim.claim, claim),
      h('span', { class: 'ruling' }, showRuling(store, claim), h('span', { class: 'sr' }, '. ')),
      h('a', { href: store.link({ name: 'claim', id: claim.claim_id }) }, show(claim.claim)),
    ),
    claim.quote !== null &&
      h(
        'p',
        { class: 'quote', dir: 'auto', lang: claim.source_language },
        showQuotation('q', claim.quote, {}, show(claim.quote)),
      ),
    h(
      'p',
      { class: 'meta' },
      facts.map((fact, at) => [at > 0 && ' · ', fact]),
    ),
    remark !== null && h('p', { class: 'meta remark' }, remark),
  );
}
