// The address's fragment ↔ what the page shows.

/** What claims can be filtered by: the parameter in the address, the column behind it, the heading. */
export const FACETS = [
  { key: 'verdict', column: 'verdict', title: 'Verdict' },
  { key: 'article', column: 'article_id', title: 'Article' },
  { key: 'claimant', column: 'claimant', title: 'Claimant' },
  { key: 'asserter', column: 'asserted_by', title: 'Asserted by' },
  { key: 'topic', column: 'topics', title: 'Topic' },
  { key: 'type', column: 'claim_type', title: 'Type' },
  { key: 'distortion', column: 'distortion', title: 'Distortion' },
  { key: 'votes', column: 'agreement', title: 'Votes' },
  { key: 'status', column: 'status', title: 'Status' },
  { key: 'confidence', column: 'confidence', title: 'Confidence' },
  { key: 'publisher', column: 'publisher', title: 'Publisher' },
  { key: 'origin', column: 'origins', title: 'First reported by' },
  { key: 'site', column: 'hosts', title: 'Evidence from' },
] as const;

export type FacetKey = (typeof FACETS)[number]['key'];

/**
 * The value of the filter by verdict for claims whose votes differ and that have none yet. It is no identifier, so that
 * no verdict of a scale is called so.
 */
export const NOT_SETTLED = '-';

export const SORTS = {
  best: 'Best match',
  dataset: 'Order of the dataset',
  newest: 'Newest',
  oldest: 'Oldest',
  verdict: 'Verdict',
  votes: 'Most votes',
  evidence: 'Most evidence',
  origins: 'Fewest origins',
  claimant: 'Claimant',
  article: 'Article',
  type: 'Type',
  confidence: 'Confidence',
} as const;
export type Sort = keyof typeof SORTS;

/** A selection of claims. Days are `YYYY-MM-DD`, empty for no bound; a facet without values lets all pass. */
export interface Filters {
  readonly query: string;
  /** Whether claims count that hold the words only in their justification or sources. */
  readonly everywhere: boolean;
  readonly values: Readonly<Record<FacetKey, readonly string[]>>;
  readonly from: string;
  readonly to: string;
  /** Null: best match for a query, else the dataset's order. */
  readonly sort: Sort | null;
  readonly layout: 'list' | 'table';
}

export type View =
  | { readonly name: 'home' | 'pictures' | 'articles' | 'sources' | 'changes' }
  | { readonly name: 'claims'; readonly filters: Filters }
  | { readonly name: 'claim' | 'article' | 'document' | 'site' | 'origin'; readonly id: string }
  | { readonly name: 'compare'; readonly ids: readonly string[] };

export const NO_FILTERS: Filters = {
  query: '',
  everywhere: false,
  values: Object.fromEntries(FACETS.map(({ key }) => [key, []])) as unknown as Filters['values'],
  from: '',
  to: '',
  sort: null,
  layout: 'list',
};

/** The list of the claims that have these values. */
export function listOf(values: Partial<Filters['values']>): View {
  return { name: 'claims', filters: { ...NO_FILTERS, values: { ...NO_FILTERS.values, ...values } } };
}

/** Whether a list holds all claims in the order of the dataset. */
export function isWholeList(filters: Filters): boolean {
  return formatView({ name: 'claims', filters }) === '#claims';
}

const PLAIN = ['pictures', 'articles', 'sources', 'changes'] as const;
const WITH_ID = ['claim', 'article', 'document', 'site', 'origin'] as const;

/** Reads a fragment; what is not understood is left out, so an old link still opens. */
export function parseView(hash: string): View {
  const text = hash.replace(/^#/, '');
  for (const name of PLAIN) if (text === name) return { name };
  const [, kind, id] = /^([a-z]+)\/(.+)$/s.exec(text) ?? [];
  for (const name of WITH_ID) if (kind === name) return { name, id: decode(id ?? '') };
  if (kind === 'compare') return { name: 'compare', ids: (id ?? '').split('/').map(decode) };
  const list = /^claims(?:\?(.*))?$/s.exec(text);
  if (!list) return { name: 'home' };
  const parameters = new URLSearchParams(list[1] ?? '');
  const values = Object.fromEntries(FACETS.map(({ key }) => [key, [...new Set(parameters.getAll(key))]]));
  const sort = parameters.get('sort') ?? '';
  return {
    name: 'claims',
    filters: {
      query: parameters.get('q') ?? '',
      everywhere: parameters.get('in') === 'all',
      values: values as Record<FacetKey, string[]>,
      from: day(parameters.get('from')),
      to: day(parameters.get('to')),
      sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : null,
      layout: parameters.get('as') === 'table' ? 'table' : 'list',
    },
  };
}

/** Writes the fragment that `parseView` reads, with its `#`. */
export function formatView(view: View): string {
  if (view.name === 'home') return '#';
  if ('id' in view) return `#${view.name}/${encodeURIComponent(view.id)}`;
  if (view.name === 'compare') return `#compare/${view.ids.map(encodeURIComponent).join('/')}`;
  if (view.name !== 'claims') return `#${view.name}`;
  const { query, everywhere, values, from, to, sort, layout } = view.filters;
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  if (everywhere) parameters.set('in', 'all');
  for (const { key } of FACETS) for (const value of values[key]) parameters.append(key, value);
  if (from !== '') parameters.set('from', from);
  if (to !== '') parameters.set('to', to);
  if (sort !== null) parameters.set('sort', sort);
  if (layout !== 'list') parameters.set('as', layout);
  const text = parameters.toString();
  return text === '' ? '#claims' : `#claims?${text}`;
}

function day(text: string | null): string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
