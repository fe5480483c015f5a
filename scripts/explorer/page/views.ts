// A view that is not the list → its elements and its title.
import type { ClaimRow } from '../../schemas/generated/types.ts';
import type { CoreName } from '../data/columns.ts';
import { h, type Node as Piece } from '../nodes/node.ts';
import { showArticle, showArticles } from '../parts/article.ts';
import { listChangedClaims, showChanges } from '../parts/changes.ts';
import { showClaim, showWithdrawn, titleClaim, type Way } from '../parts/claim.ts';
import { showComparison } from '../parts/compare.ts';
import { showDocument } from '../parts/document.ts';
import { type ListedClaim, nameArticle, originName } from '../parts/showing.ts';
import { type SourceCount, showSource, showSources } from '../parts/sources.ts';
import { NOT_SETTLED, type View } from '../view/viewState.ts';
import type { Store } from './store.ts';

export interface Shown {
  readonly piece: Piece;
  readonly title: string;
}

/** Claims of a source whose evidence is read for its page. */
const READ = 500;

/** @param way where a reader of a claim came from. */
export async function showView(
  store: Store,
  view: View,
  way: (place: number) => Way,
  articles: { readonly drawn: number; readonly step: number },
): Promise<Shown> {
  switch (view.name) {
    case 'claim':
      return showOne(store, view.id, way);
    case 'articles': {
      const counts = countByArticle(store);
      return {
        piece: showArticles(store, [...store.articles.values()], (id) => counts.get(id) ?? {}, articles),
        title: 'Articles',
      };
    }
    case 'article': {
      const article = store.articles.get(view.id);
      if (!article) return showMissing('article', view.id);
      const claims = await store.readClaims(placesWith(store, 'article_id', view.id));
      return { piece: showArticle(store, article, claims), title: nameArticle(article) };
    }
    case 'sources':
      return {
        piece: showSources(store, countSources(store, 'origins'), countSources(store, 'hosts')),
        title: 'Sources',
      };
    case 'site':
    case 'origin': {
      const places = placesWith(store, view.name === 'site' ? 'hosts' : 'origins', view.id);
      if (places.length === 0) return showMissing('source', view.id);
      const title = view.name === 'site' ? view.id : originName(store, view.id);
      return { piece: showSource(store, view.name, view.id, await store.readClaims(places.slice(0, READ))), title };
    }
    case 'compare': {
      const [one, other] = await Promise.all([0, 1].map((at) => readIfAny(store, view.ids[at] ?? '')));
      if (!one || !other) return showMissing('pair of claims', view.ids.join(', '));
      return { piece: showComparison(store, one, other, view.ids.slice(2)), title: 'Two claims' };
    }
    case 'changes':
      return { piece: showChanges(store, await readListed(store, listChangedClaims(store))), title: 'Changes' };
    case 'document': {
      const known = store.meta.documents.find(({ id }) => id === view.id);
      if (!known) return showMissing('document', view.id);
      return { piece: showDocument({ ...known, text: await store.readDocument(known.id) }), title: known.title };
    }
    default:
      return showMissing('view', view.name);
  }
}

async function showOne(store: Store, id: string, way: (place: number) => Way): Promise<Shown> {
  const place = store.placeOf(id);
  const withdrawn = store.meta.withdrawn.find((row) => row.claim_id === id);
  if (withdrawn && place < 0)
    return { piece: showWithdrawn(store, withdrawn, way(-1)), title: `Withdrawn: ${withdrawn.claim}` };
  if (place < 0) return showMissing('claim', id);
  const claim = await store.readClaim(place);
  const others = await store.readRows(claim.same_as.map(store.placeOf).filter((at) => at >= 0));
  return { piece: showClaim(store, claim, others, way(place)), title: titleClaim(store, claim) };
}

/** Of these claims those that there are, by id. */
async function readListed(store: Store, ids: ReadonlySet<string>): Promise<Map<string, ListedClaim>> {
  const rows = await store.readRows([...ids].map(store.placeOf).filter((at) => at >= 0));
  return new Map(rows.map((row) => [row.claim_id, row]));
}

function readIfAny(store: Store, id: string): Promise<ClaimRow | null> {
  const place = store.placeOf(id);
  return place < 0 ? Promise.resolve(null) : store.readClaim(place);
}

function showMissing(what: string, id: string): Shown {
  const title = `No such ${what}`;
  return {
    title,
    piece: h(
      'article',
      { class: 'page' },
      h('h1', { tabindex: -1 }, title),
      h('p', {}, `This dataset holds no ${what} `, h('code', { dir: 'auto' }, id), '.'),
      h('p', {}, h('a', { href: '#claims' }, 'See all claims')),
    ),
  };
}

/** Places of the claims that have a value in a column. */
export function placesWith({ core, count }: Store, column: CoreName, value: string): number[] {
  const { values, codes } = core.columns[column] ?? { values: [], codes: [] };
  const wanted = values.indexOf(value);
  const places: number[] = [];
  for (let place = 0; wanted >= 0 && place < count; place += 1) {
    const code = codes[place];
    if (code === wanted || (typeof code === 'object' && code.includes(wanted))) places.push(place);
  }
  return places;
}

function countByArticle(store: Store): Map<string, Record<string, number>> {
  const counts = new Map<string, Record<string, number>>();
  for (let place = 0; place < store.count; place += 1) {
    const id = String(store.value(place, 'article_id'));
    const verdict = String(store.value(place, 'verdict') ?? NOT_SETTLED);
    const one = counts.get(id) ?? {};
    counts.set(id, one);
    one[verdict] = (one[verdict] ?? 0) + 1;
  }
  return counts;
}

function countSources({ core }: Store, column: 'origins' | 'hosts'): SourceCount[] {
  const { values, codes } = core.columns[column] ?? { values: [], codes: [] };
  const counts = values.map((id) => ({ id: String(id), claims: 0, alone: 0 }));
  for (const list of codes) {
    if (typeof list !== 'object') continue;
    for (const code of list) {
      const entry = counts[code];
      if (!entry) continue;
      entry.claims += 1;
      if (list.length === 1) entry.alone += 1;
    }
  }
  return counts.sort((one, other) => other.claims - one.claims || (one.id < other.id ? -1 : 1));
}
