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

/** Claims with the values of every facet numbered once, since they are counted at every keystroke. */
export interface ClaimList {
  readonly claims: readonly CoreClaim[];
  readonly facets: readonly Facet[];
}

interface Facet {
  readonly key: FacetKey;
  readonly values: readonly string[];
  /** For every claim the numbers of its values. */
  readonly codes: readonly (readonly number[])[];
}

/** Numbers the values that the claims have. */
export function listClaims(claims: readonly CoreClaim[]): ClaimList {
  const facets = FACETS.map(({ key, column }): Facet => {
    const numbers = new Map<string, number>();
    const codeOf = (value: string): number => {
      const code = numbers.get(value) ?? numbers.size;
      numbers.set(value, code);
      return code;
    };
    const codes = claims.map(({ [column]: value }) => (typeof value === 'string' ? [value] : value).map(codeOf));
    return { key, values: [...numbers.keys()], codes };
  });
  return { claims, facets };
}

/**
 * Selects and sorts.
 * @param found places that the query found, best first; null without a query.
 */
export function selectClaims(list: ClaimList, filters: Filters, found: readonly number[] | null): Selection {
  const { claims, facets } = list;
  const wanted = facets.map(({ key, values }) => {
    const asked = new Set(filters.values[key]);
    return asked.size === 0 ? null : values.map((value) => asked.has(value));
  });
  const counts = facets.map(({ values }) => new Uint32Array(values.length));
  const places: number[] = [];
  const visit = (place: number): void => {
    const claim = claims[place];
    if (!claim || !isInRange(claim, filters)) return;
    // A claim that one facet alone keeps out still counts there: it says what the facet's other values would give.
    let missed = -1;
    for (let at = 0; at < facets.length; at += 1) {
      const ticks = wanted[at];
      if (!ticks || facets[at]?.codes[place]?.some((code) => ticks[code])) continue;
      if (missed >= 0) return;
      missed = at;
    }
    if (missed < 0) places.push(place);
    for (let at = 0; at < facets.length; at += 1) {
      if (missed >= 0 && missed !== at) continue;
      const tally = counts[at];
      for (const code of facets[at]?.codes[place] ?? []) if (tally) tally[code] = (tally[code] ?? 0) + 1;
    }
  };
  if (found) for (const place of found) visit(place);
  else for (let place = 0; place < claims.length; place += 1) visit(place);
  const named = facets.map(({ key, values }, at) => {
    const pairs = values.map((value, code) => [value, counts[at]?.[code] ?? 0] as const);
    return [key, new Map(pairs.filter(([, count]) => count > 0))] as const;
  });
  return {
    places: sortPlaces(places, claims, filters),
    counts: Object.fromEntries(named) as unknown as Counts,
  };
}

/** A filter that, dropped, would let claims pass again. */
export interface Loosening {
  readonly label: string;
  readonly filters: Filters;
  readonly count: number;
}

/** What to loosen when nothing is found: every single filter whose removal helps, the most helpful first. */
export function suggestLoosening(list: ClaimList, filters: Filters, found: readonly number[] | null): Loosening[] {
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
      count: selectClaims(list, one.filters, one.filters.query === '' ? null : found).places.length,
    }))
    .filter((one) => one.count > 0)
    .sort((one, other) => other.count - one.count);
}

/** Whether anything but the order is asked for. */
export function isFiltered(filters: Filters): boolean {
  return JSON.stringify({ ...filters, sort: null }) !== JSON.stringify(NO_FILTERS);
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
