// The address → one of the page's views, and the reader's doings → the address.
import { h } from '../nodes/node.ts';
import type { Way } from '../parts/claim.ts';
import { type Filters, formatView, NO_FILTERS, parseView, type View } from '../view/viewState.ts';
import { bindActions } from './actions.ts';
import { type ClaimsView, makeClaimsView } from './claimsView.ts';
import { byId, draw as drawPiece } from './dom.ts';
import { openStore, type Store } from './store.ts';
import { showView } from './views.ts';

/** Where the reader left the list: coming back shows it as it was. */
interface Place {
  readonly hash: string;
  readonly shown: number;
  readonly scroll: number;
  readonly claim: string;
}

/** Articles that are drawn at a time. */
const ARTICLES = 100;

function start(store: Store): void {
  const query = byId<HTMLInputElement>('query');
  const title = document.title;
  let left: Place | null = null;
  let current: View = { name: 'home' };
  let drawn = '';
  let typing: ReturnType<typeof setTimeout> | undefined;
  let articlesShown = ARTICLES;
  let kept: string | null = null;
  const list: ClaimsView = (SERVED?.makeClaimsView ?? makeClaimsView)(store, (filters) =>
    go({ name: 'claims', filters }),
  );

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
    const resident = view.name === 'home' || view.name === 'pictures';
    byId('home').hidden = view.name !== 'home';
    byId('pictures').hidden = view.name !== 'pictures';
    box.hidden = resident;
    document.documentElement.classList.remove('deep');
    for (const link of document.querySelectorAll<HTMLElement>('[data-view]')) {
      if (link.dataset['view'] === sectionOf(view)) link.setAttribute('aria-current', 'page');
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
      const heading = resident ? (view.name === 'pictures' ? 'Charts' : '') : await drawView(view, box);
      if (current !== view) return;
      document.title = heading === '' ? title : `${heading} – ${title}`;
    }
    if (!moved || (before.name === 'home' && view.name === 'home')) return;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('main > section:not([hidden]) h1')?.focus({ preventScroll: true });
  }

  async function drawView(view: View, box: HTMLElement): Promise<string> {
    const shown = await showView(store, view, wayOf, { drawn: articlesShown, step: ARTICLES });
    if (current !== view) return shown.title;
    box.replaceChildren(drawPiece(shown.piece));
    SERVED?.placeFindings(view);
    if (view.name === 'claim' && store.placeOf(view.id) >= 0) box.querySelector('.aside')?.append(drawKeeper(view.id));
    return shown.title;
  }

  /** Two claims that a reader wants side by side are met one after the other. */
  function drawKeeper(id: string): HTMLElement {
    if (kept !== null && kept !== id) {
      const compare = h('a', { href: formatView({ name: 'compare', ids: [kept, id] }) }, `Compare with ${kept}`);
      kept = null;
      return drawPiece(h('p', {}, compare));
    }
    const button = drawPiece(
      h('button', { type: 'button' }, kept === id ? 'Kept: open another claim' : 'Keep for comparison'),
    );
    button.addEventListener('click', () => {
      kept = id;
      button.textContent = 'Kept: open another claim';
    });
    return button;
  }

  /** The neighbours of a claim in the list that the reader came from, else in the dataset. */
  function wayOf(place: number): Way {
    const places = left ? list.places() : null;
    const at = places?.indexOf(place) ?? -1;
    const inList = places !== null && at >= 0;
    const neighbour = (step: number): string | null => {
      const other = inList ? places[at + step] : place < 0 ? undefined : place + step;
      return other === undefined || other < 0 || other >= store.count ? null : store.idAt(other);
    };
    const [position, count] = inList ? [at + 1, places.length] : [place + 1, store.count];
    return {
      back: { href: left?.hash ?? '#claims', text: '← Back to the claims' },
      previous: neighbour(-1),
      next: neighbour(1),
      place: place < 0 ? null : `${position} of ${count}`,
    };
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
    const view: View = { name: 'claims', filters: { ...filtersNow(), query: query.value, everywhere: false } };
    if (current.name !== 'claims') return go(view);
    void draw(view, false);
    // A word is one step back in history, not one a letter; and browsers take only so many changes a second.
    typing = setTimeout(keepQuery, 200);
  });
  query.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || current.name !== 'claims') return;
    document.querySelector<HTMLElement>('.results h2 a')?.focus();
    event.preventDefault();
  });
  byId('search').addEventListener('submit', (event) => {
    event.preventDefault();
    const id = query.value.trim();
    if (store.placeOf(id) >= 0 || store.meta.withdrawn.some((row) => row.claim_id === id)) {
      history.pushState(null, '', formatView({ name: 'claim', id }));
      void draw({ name: 'claim', id }, true);
    } else if (current.name !== 'claims') go({ name: 'claims', filters: { ...NO_FILTERS, query: query.value } });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      query.select();
      query.focus();
    }
    const step = event.key === 'ArrowLeft' ? 'prev' : event.key === 'ArrowRight' ? 'next' : null;
    if (
      step === null ||
      current.name !== 'claim' ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      isTyping(event.target)
    )
      return;
    document.querySelector<HTMLElement>(`.way a[rel=${step}]`)?.click();
  });
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('[data-more="articles"]') === null) return;
    articlesShown += ARTICLES;
    void draw(current, false);
  });
  window.addEventListener('beforeprint', () => {
    byId('printed').textContent =
      `${store.address(current) ?? ''} ${current.name === 'claims' ? list.prepareForPrint() : ''}`.trim();
  });
  window.addEventListener('popstate', () => void draw(parseView(location.hash), true));
  history.scrollRestoration = 'manual';
  void draw(parseView(location.hash), location.hash !== '').then(() => {
    document.documentElement.setAttribute('data-ready', '');
    dispatchEvent(new Event('ready'));
    SERVED?.followNews(() => {
      // What is being typed is in the address before the page is drawn anew.
      keepQuery();
      return draw(current, false);
    });
  }, fail);
}

/** The part of the page's menu that a view belongs to. */
function sectionOf(view: View): string {
  const owners: Partial<Record<View['name'], string>> = {
    claim: 'claims',
    compare: 'claims',
    article: 'articles',
    site: 'sources',
    origin: 'sources',
  };
  return owners[view.name] ?? view.name;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea, [tabindex="0"]') !== null;
}

/** Says that the page could not be opened, rather than look whole and do nothing. */
function fail(error: unknown): void {
  const box = byId('failed');
  box.textContent = `The claims could not be opened: ${error instanceof Error ? error.message : String(error)}`;
  box.hidden = false;
  document.documentElement.className = 'old';
}

document.querySelector('.skip')?.addEventListener('click', (event) => {
  // The fragment holds the view, so the link may not change it.
  event.preventDefault();
  byId('main').focus();
});

if (location.hash.length > 1) {
  const view = parseView(location.hash);
  byId('wait').textContent = 'id' in view ? `Opening ${view.id} …` : 'Opening …';
}

document.addEventListener('DOMContentLoaded', () => {
  if (!document.documentElement.classList.contains('js')) return;
  void (SERVED?.openStore ?? openStore)().then((store) => {
    bindActions(store);
    start(store);
  }, fail);
});
