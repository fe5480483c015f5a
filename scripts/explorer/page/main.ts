// The address → one of the page's views, and the reader's doings → the address.
import { type Filters, formatView, NO_FILTERS, parseView, type View } from '../view/viewState.ts';
import { type ClaimsView, makeClaimsView } from './claimsView.ts';
import { showClaim, showMissing, showWithdrawn } from './claimView.ts';
import { byId } from './dom.ts';
import { bindPictures } from './pictures.ts';
import { copyText, saveFile, typeOfFile } from './saving.ts';
import { openStore, type Store } from './store.ts';

/** Where the reader left the list: coming back shows it as it was. */
interface Place {
  readonly hash: string;
  readonly shown: number;
  readonly scroll: number;
  readonly claim: string;
}

function start(store: Store): void {
  const query = byId<HTMLInputElement>('query');
  const title = document.title;
  let left: Place | null = null;
  let current: View = { name: 'home' };
  let drawn = '';
  let typing: ReturnType<typeof setTimeout> | undefined;
  const list: ClaimsView = makeClaimsView(store, (filters) => go({ name: 'claims', filters }));

  function go(view: View): void {
    history.pushState(null, '', formatView(view));
    void draw(view, false);
  }

  /** Shows a view; `moved` when the reader went there and did not change it where it is. */
  async function draw(view: View, moved: boolean): Promise<void> {
    clearTimeout(typing);
    const hash = formatView(view);
    const before = current;
    if (before.name === 'claims' && view.name === 'claim') {
      left = { hash: drawn, shown: list.shown(), scroll: scrollY, claim: view.id };
    }
    current = view;
    drawn = hash;
    const box = byId('view');
    byId('home').hidden = view.name !== 'home';
    byId('pictures').hidden = view.name !== 'pictures';
    box.hidden = view.name === 'home' || view.name === 'pictures';
    for (const link of document.querySelectorAll<HTMLElement>('[data-view]')) {
      if (link.dataset['view'] === view.name) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    if (view.name === 'claims') {
      if (query.value !== view.filters.query) query.value = view.filters.query;
      if (!box.contains(list.element)) box.replaceChildren(list.element);
      const back = moved && left?.hash === hash ? left : null;
      await list.update(view.filters, back?.shown);
      document.title = `${view.filters.query === '' ? 'Claims' : view.filters.query} – ${title}`;
      if (!moved) return;
      if (back) {
        scrollTo(0, back.scroll);
        const link = formatView({ name: 'claim', id: back.claim });
        box.querySelector<HTMLElement>(`a[href="${CSS.escape(link)}"]`)?.focus({ preventScroll: true });
        return;
      }
    } else {
      query.value = '';
      const heading = view.name === 'claim' ? await drawClaim(view.id, box) : '';
      if (current !== view) return;
      document.title =
        view.name === 'pictures' ? `Pictures – ${title}` : heading === '' ? title : `${heading} – ${title}`;
    }
    if (!moved || (before.name === 'home' && view.name === 'home')) return;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('main > section:not([hidden]) h1')?.focus({ preventScroll: true });
  }

  async function drawClaim(id: string, box: HTMLElement): Promise<string> {
    const back = left?.hash ?? '#claims';
    const place = store.places.get(id);
    const withdrawn = store.meta.withdrawn.find((row) => row.claim_id === id);
    const claim = place === undefined ? null : await store.readClaim(place);
    if (current.name !== 'claim' || current.id !== id) return '';
    box.replaceChildren(
      claim ? showClaim(store, claim, back) : withdrawn ? showWithdrawn(withdrawn, back) : showMissing(id),
    );
    return claim?.claim ?? withdrawn?.claim ?? 'No such claim';
  }

  function filtersNow(): Filters {
    return current.name === 'claims' ? current.filters : NO_FILTERS;
  }

  function keepQuery(): void {
    clearTimeout(typing);
    if (current.name === 'claims') history.replaceState(null, '', formatView(current));
  }

  query.addEventListener('blur', keepQuery);
  query.addEventListener('input', () => {
    const view: View = { name: 'claims', filters: { ...filtersNow(), query: query.value } };
    if (current.name !== 'claims') return go(view);
    void draw(view, false);
    // A word is one step back in history, not one a letter; and browsers take only so many changes a second.
    typing = setTimeout(keepQuery, 200);
  });
  query.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || current.name !== 'claims') return;
    document.querySelector<HTMLElement>('.results a')?.focus();
    event.preventDefault();
  });
  byId('search').addEventListener('submit', (event) => {
    event.preventDefault();
    if (current.name !== 'claims') go({ name: 'claims', filters: { ...NO_FILTERS, query: query.value } });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    query.select();
    query.focus();
  });
  window.addEventListener('popstate', () => void draw(parseView(location.hash), true));
  history.scrollRestoration = 'manual';
  void draw(parseView(location.hash), location.hash !== '').then(() =>
    document.documentElement.setAttribute('data-ready', ''),
  );
  // The search is prepared while the reader looks at the page; a first one is slow until the browser has compiled it.
  setTimeout(() => void store.search().then((search) => search.find('th')), 50);
}

function bindHome(store: Store): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.addEventListener('click', () => void copyText(byId(button.dataset['copy'] ?? '').textContent ?? '', button));
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-file]')) {
    const path = button.dataset['file'] ?? '';
    const name = path.split('/').at(-1) ?? path;
    button.addEventListener(
      'click',
      () => void store.readFile(path).then((text) => saveFile(name, typeOfFile(path), text)),
    );
  }
}

document.querySelector('.skip')?.addEventListener('click', (event) => {
  // The fragment holds the view, so the link may not change it.
  event.preventDefault();
  byId('main').focus();
});

document.addEventListener('DOMContentLoaded', () => {
  void openStore().then((store) => {
    bindHome(store);
    bindPictures();
    start(store);
  });
});
