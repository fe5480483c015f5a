// Claims and filters → the claims that pass, and how many each value of each filter would leave.
import type { CoreClaim } from '../pageData.ts';
import { FACETS, type FacetKey, type Filters, NO_FILTERS } from './viewState.ts';

export type Counts = Readonly<Record<FacetKey, ReadonlyMap<string, number>>>;

export interface Selection {
  /** Places of the claims in the dataset, in the order in which they are shown. */
  readonly places: readonly number[];
  /** For each facet, the claims of every value under all other filters. */
  readonly counts: Counts;
}

/**
 * Selects and sorts.
 * @param found places that the query found, best first; null without a query.
 */
export function selectClaims(
  claims: readonly CoreClaim[],
  filters: Filters,
  found: readonly number[] | null,
): Selection {
  const wanted = FACETS.map(({ key }) => new Set(filters.values[key]));
  const counts = FACETS.map(() => new Map<string, number>());
  const places: number[] = [];
  const visit = (place: number): void => {
    const claim = claims[place];
    if (!claim || !isInRange(claim, filters)) return;
    let misses = 0;
    let missed = -1;
    for (const [at, { column }] of FACETS.entries()) {
      if (passes(claim[column], wanted[at])) continue;
      misses += 1;
      missed = at;
      if (misses > 1) return;
    }
    if (misses === 0) places.push(place);
    for (const [at, { column }] of FACETS.entries()) {
      if (misses === 0 || missed === at) count(counts[at], claim[column]);
    }
  };
  if (found) for (const place of found) visit(place);
  else for (let place = 0; place < claims.length; place += 1) visit(place);
  return {
    places: sortPlaces(places, claims, filters),
    counts: Object.fromEntries(FACETS.map(({ key }, at) => [key, counts[at]])) as unknown as Counts,
  };
}

/** A filter that, dropped, would let claims pass again. */
export interface Loosening {
  readonly label: string;
  readonly filters: Filters;
  readonly count: number;
}

/** What to loosen when nothing is found: every single filter whose removal helps, the most helpful first. */
export function suggestLoosening(
  claims: readonly CoreClaim[],
  filters: Filters,
  found: readonly number[] | null,
): Loosening[] {
  const without: { label: string; filters: Filters }[] = [];
  if (filters.query !== '') without.push({ label: 'the search words', filters: { ...filters, query: '' } });
  for (const { key, title } of FACETS) {
    if (filters.values[key].length > 0) {
      without.push({ label: title.toLowerCase(), filters: { ...filters, values: { ...filters.values, [key]: [] } } });
    }
  }
  if (filters.from !== '' || filters.to !== '') {
    without.push({ label: 'the dates', filters: { ...filters, from: '', to: '' } });
  }
  return without
    .map((one) => ({
      ...one,
      count: selectClaims(claims, one.filters, one.filters.query === '' ? null : found).places.length,
    }))
    .filter((one) => one.count > 0)
    .sort((one, other) => other.count - one.count);
}

/** Whether anything but the order is asked for. */
export function isFiltered(filters: Filters): boolean {
  return JSON.stringify({ ...filters, sort: null }) !== JSON.stringify(NO_FILTERS);
}

function passes(value: string | readonly string[], wanted: ReadonlySet<string> | undefined): boolean {
  if (!wanted || wanted.size === 0) return true;
  return typeof value === 'string' ? wanted.has(value) : value.some((one) => wanted.has(one));
}

function count(counts: Map<string, number> | undefined, value: string | readonly string[]): void {
  for (const one of typeof value === 'string' ? [value] : value) counts?.set(one, (counts.get(one) ?? 0) + 1);
}

/** A claim is in range when some day that its date allows is. */
function isInRange(claim: CoreClaim, { from, to }: Filters): boolean {
  if (from !== '' && claim.claim_date_last !== null && claim.claim_date_last < from) return false;
  return to === '' || claim.claim_date_first === null || claim.claim_date_first <= to;
}

function sortPlaces(places: number[], claims: readonly CoreClaim[], { query, sort }: Filters): number[] {
  const order = sort ?? (query === '' ? 'dataset' : 'best');
  if (order === 'best' || (order === 'dataset' && query === '')) return places;
  if (order === 'dataset') return places.sort((one, other) => one - other);
  const dated = (place: number): string => claims[place]?.claim_date_first ?? '';
  const sign = order === 'newest' ? -1 : 1;
  return places.sort((one, other) => {
    const [a, b] = [dated(one), dated(other)];
    return a === b ? one - other : a < b ? -sign : sign;
  });
}
