// Columns and filters → the claims that pass, and how many each value of each filter would leave.
import type { Core, CoreName, Value } from '../data/columns.ts';
import { orderPlaces } from '../data/orderPlaces.ts';
import type { Found } from '../search/claimSearch.ts';
import { type ClaimList, countValues, hasTicked } from './claimList.ts';
import { FACETS, type FacetKey, type Filters, NO_FILTERS, type Sort } from './viewState.ts';

/** For each facet, the claims of every value under all other filters; each facet is counted when it is asked for. */
export type Counts = Readonly<Record<FacetKey, ReadonlyMap<string, number>>>;

export interface Selection {
  /** Places of the claims in the dataset, in the order in which they are shown. */
  readonly places: readonly number[];
  readonly counts: Counts;
}

/** What a query found: places of the claims that show its words, best first, and of all that hold them. */
export type FoundPlaces = Pick<Found, 'near' | 'places'>;

/**
 * Selects and sorts.
 * @param found what the query found; null without a query.
 */
export function selectClaims(list: ClaimList, filters: Filters, found: FoundPlaces | null): Selection {
  const { places, nearly } = passFilters(list, filters, found === null ? null : chooseFound(found, filters));
  const counts = new Map<FacetKey, ReadonlyMap<string, number>>();
  const count = (key: FacetKey): ReadonlyMap<string, number> => {
    const facet = list.facets.find((one) => one.key === key);
    return facet ? countValues(facet, places, nearly.get(key) ?? []) : new Map();
  };
  return {
    places: sortPlaces(places, list, filters),
    counts: Object.defineProperties({} as Counts, {
      ...Object.fromEntries(
        FACETS.map(({ key }) => [
          key,
          {
            enumerable: true,
            get: () => {
              const known = counts.get(key) ?? count(key);
              counts.set(key, known);
              return known;
            },
          },
        ]),
      ),
    }),
  };
}

/** How many of these claims pass the filters. */
export function countPassing(list: ClaimList, filters: Filters, places: readonly number[]): number {
  return passFilters(list, filters, places).places.length;
}

/**
 * The claims that pass, and for each facet those that it alone keeps out: they count there all the same, since they say
 * what the facet's other values would give.
 * @param from the claims to look at; null for all.
 */
function passFilters(
  { core, facets, count }: ClaimList,
  filters: Filters,
  from: readonly number[] | null,
): { places: number[]; nearly: ReadonlyMap<FacetKey, readonly number[]> } {
  const places: number[] = [];
  const asking = FACETS.filter(({ key }) => filters.values[key].length > 0);
  const wanted = asking.flatMap(({ key }) => {
    const facet = facets.find((one) => one.key === key);
    const asked = new Set(filters.values[key]);
    return facet
      ? [{ ...facet, ticks: facet.values.map((value) => asked.has(String(value))), kept: [] as number[] }]
      : [];
  });
  const nearly = new Map(wanted.map(({ key, kept }) => [key, kept]));
  // No claim has a value of what the data has not.
  if (wanted.length < asking.length) return { places, nearly };
  const range = rangeOf(core, filters);
  if (wanted.length === 0 && range === null) {
    return { places: from === null ? Array.from({ length: count }, (_, place) => place) : [...from], nearly };
  }
  const visit = (place: number): void => {
    if (range !== null && !range(place)) return;
    let missed: number[] | null = null;
    for (const { codes, ticks, kept } of wanted) {
      if (hasTicked(codes, ticks, place)) continue;
      if (missed !== null) return;
      missed = kept;
    }
    (missed ?? places).push(place);
  };
  if (from) for (const place of from) visit(place);
  else for (let place = 0; place < count; place += 1) visit(place);
  return { places, nearly };
}

/** Claims that show the words of the query; all that hold them where none does, or where that is asked for. */
export function chooseFound({ near, places }: FoundPlaces, { everywhere }: Filters): readonly number[] {
  return everywhere || near.length === 0 ? places() : near;
}

/** A filter that, dropped, would let claims pass again. */
export interface Loosening {
  readonly label: string;
  readonly filters: Filters;
  readonly count: number;
}

/** What to loosen when nothing is found: every single filter whose removal helps, the most helpful first. */
export function suggestLoosening(list: ClaimList, filters: Filters, found: FoundPlaces | null): Loosening[] {
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
      count: passFilters(
        list,
        one.filters,
        one.filters.query === '' || found === null ? null : chooseFound(found, one.filters),
      ).places.length,
    }))
    .filter((one) => one.count > 0)
    .sort((one, other) => other.count - one.count);
}

/** Whether anything but order and layout is asked for. */
export function isFiltered(filters: Filters): boolean {
  const plain = { sort: null, layout: 'list', everywhere: false };
  return JSON.stringify({ ...filters, ...plain }) !== JSON.stringify({ ...NO_FILTERS, ...plain });
}

/** A claim is in range when some day that its date allows is; null where no days are asked for. */
function rangeOf({ columns }: Core, { from, to }: Filters): ((place: number) => boolean) | null {
  if (from === '' && to === '') return null;
  const read =
    (name: CoreName) =>
    (place: number): Value =>
      columns[name]?.values[columns[name]?.codes[place] as number] ?? null;
  const [first, last] = [read('claim_date_first'), read('claim_date_last')];
  return (place) => {
    const [start, end] = [first(place), last(place)];
    if (from !== '' && end !== null && String(end) < from) return false;
    return to === '' || start === null || String(start) <= to;
  };
}

/** The column by which each order goes, and whether its greatest values come first. */
const ORDERS: Partial<Record<Sort, readonly [CoreName, boolean]>> = {
  newest: ['claim_date_first', true],
  oldest: ['claim_date_first', false],
  votes: ['votes', true],
  evidence: ['evidence_count', true],
  origins: ['origins_count', false],
  verdict: ['verdict', false],
  claimant: ['claimant', false],
  article: ['article_id', false],
  type: ['claim_type', false],
  confidence: ['confidence', false],
};

const CONFIDENCE = ['high', 'medium', 'low'];

function sortPlaces(places: number[], { core, scale }: ClaimList, { query, sort }: Filters): number[] {
  const order = sort ?? (query === '' ? 'dataset' : 'best');
  if (order === 'best' || (order === 'dataset' && query === '')) return places;
  const [name, reverse] = ORDERS[order] ?? [null, false];
  const column = name === null ? undefined : core.columns[name];
  if (!column) return orderPlaces(places, () => 0);
  // Values are ranked once, so that a comparison is one of numbers.
  const scales: Partial<Record<CoreName, readonly string[]>> = { verdict: scale, confidence: CONFIDENCE };
  const known = name === null ? undefined : scales[name];
  const sorted = column.values
    .map((value, code) => [known ? known.indexOf(String(value)) >>> 0 : (value ?? ''), code] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const ranks = new Int32Array(sorted.length);
  for (const [rank, [, code]] of sorted.entries()) ranks[code] = reverse ? sorted.length - rank : rank;
  return orderPlaces(places, (place) => ranks[column.codes[place] as number] ?? 0);
}
