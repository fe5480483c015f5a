// The address's fragment ↔ what the page shows.

/** What claims can be filtered by: the parameter in the address, the column behind it, the heading. */
export const FACETS = [
  { key: 'verdict', column: 'verdict', title: 'Verdict' },
  { key: 'claimant', column: 'claimant', title: 'Claimant' },
  { key: 'publisher', column: 'source_publisher', title: 'Publisher' },
  { key: 'type', column: 'claim_type', title: 'Type' },
  { key: 'topic', column: 'topics', title: 'Topic' },
  { key: 'status', column: 'status', title: 'Status' },
] as const;

export type FacetKey = (typeof FACETS)[number]['key'];

export const SORTS = {
  best: 'Best match',
  dataset: 'Order of the dataset',
  newest: 'Newest',
  oldest: 'Oldest',
} as const;
export type Sort = keyof typeof SORTS;

/** A selection of claims. Days are `YYYY-MM-DD`, empty for no bound; a facet without values lets all pass. */
export interface Filters {
  readonly query: string;
  readonly values: Readonly<Record<FacetKey, readonly string[]>>;
  readonly from: string;
  readonly to: string;
  /** Null: best match for a query, else the dataset's order. */
  readonly sort: Sort | null;
}

export type View =
  | { readonly name: 'home' }
  | { readonly name: 'pictures' }
  | { readonly name: 'claims'; readonly filters: Filters }
  | { readonly name: 'claim'; readonly id: string };

export const NO_FILTERS: Filters = {
  query: '',
  values: { verdict: [], claimant: [], publisher: [], type: [], topic: [], status: [] },
  from: '',
  to: '',
  sort: null,
};

/** Reads a fragment; what is not understood is left out, so an old link still opens. */
export function parseView(hash: string): View {
  const text = hash.replace(/^#/, '');
  if (text === 'pictures') return { name: 'pictures' };
  const claim = /^claim\/(.+)$/.exec(text);
  if (claim?.[1] !== undefined) return { name: 'claim', id: decode(claim[1]) };
  const list = /^claims(?:\?(.*))?$/.exec(text);
  if (!list) return { name: 'home' };
  const parameters = new URLSearchParams(list[1] ?? '');
  const values = Object.fromEntries(FACETS.map(({ key }) => [key, [...new Set(parameters.getAll(key))]]));
  const sort = parameters.get('sort') ?? '';
  return {
    name: 'claims',
    filters: {
      query: parameters.get('q') ?? '',
      values: values as Record<FacetKey, string[]>,
      from: day(parameters.get('from')),
      to: day(parameters.get('to')),
      sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : null,
    },
  };
}

/** Writes the fragment that `parseView` reads, with its `#`. */
export function formatView(view: View): string {
  if (view.name === 'home') return '#';
  if (view.name === 'pictures') return '#pictures';
  if (view.name === 'claim') return `#claim/${encodeURIComponent(view.id)}`;
  const { query, values, from, to, sort } = view.filters;
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const { key } of FACETS) for (const value of values[key]) parameters.append(key, value);
  if (from !== '') parameters.set('from', from);
  if (to !== '') parameters.set('to', to);
  if (sort !== null) parameters.set('sort', sort);
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
