// Columns and filters → the claims that pass, and how many each value of each filter would leave.
import type { Core, CoreName, Value } from '../data/columns.ts';
import { FACETS, type FacetKey, type Filters, NO_FILTERS, type Sort } from './viewState.ts';

export type Counts = Readonly<Record<FacetKey, ReadonlyMap<string, number>>>;

export interface Selection {
  /** Places of the claims in the dataset, in the order in which they are shown. */
  readonly places: readonly number[];
  /** For each facet, the claims of every value under all other filters. */
  readonly counts: Counts;
}

/** What a query found: places, best first, and how many of them show its words. */
export interface FoundPlaces {
  readonly places: readonly number[];
  readonly direct: number;
}

/** Claims with the values of every facet numbered once, since they are counted at every keystroke. */
export interface ClaimList {
  readonly count: number;
  readonly core: Core;
  readonly facets: readonly Facet[];
  /** The verdicts in the order of the scale. */
  readonly scale: readonly string[];
}

interface Facet {
  readonly key: FacetKey;
  readonly values: readonly Value[];
  /**
   * For every claim the number of its value, or of its values: the former in one array, which is read several times as
   * fast.
   */
  readonly codes: Int32Array | readonly (readonly number[])[];
}

/** @param publishers the publisher of every article, by the article's id. */
export function listClaims(core: Core, publishers: ReadonlyMap<string, string>, scale: readonly string[]): ClaimList {
  const facets = FACETS.flatMap(({ key, column }): Facet[] => {
    if (column === 'publisher') {
      const { values: ids, codes } = core.columns.article_id ?? { values: [], codes: [] };
      const names = [...new Set(ids.map((id) => publishers.get(String(id)) ?? ''))];
      const byArticle = ids.map((id) => names.indexOf(publishers.get(String(id)) ?? ''));
      return [{ key, values: names, codes: Int32Array.from(codes, (code) => byArticle[code as number] ?? -1) }];
    }
    const found = core.columns[column];
    return found ? [{ key, values: found.values, codes: sortCodes(found.codes) }] : [];
  });
  return { count: core.numbers.length, core, facets, scale };
}

function sortCodes(codes: readonly (number | readonly number[])[]): Facet['codes'] {
  return codes.some((code) => typeof code !== 'number')
    ? (codes as (readonly number[])[])
    : Int32Array.from(codes as number[]);
}

/**
 * Selects and sorts.
 * @param found what the query found; null without a query.
 */
export function selectClaims(list: ClaimList, filters: Filters, found: FoundPlaces | null): Selection {
  const { core, facets, count } = list;
  const wanted = facets.map(({ key, values }) => {
    const asked = new Set(filters.values[key]);
    return asked.size === 0 ? null : values.map((value) => asked.has(String(value)));
  });
  const impossible = FACETS.some(
    ({ key }) => filters.values[key].length > 0 && !facets.some((facet) => facet.key === key),
  );
  const counts = facets.map(({ values }) => new Uint32Array(values.length));
  const places: number[] = [];
  const range = rangeOf(core, filters);
  const passes = (ticks: readonly boolean[], codes: number | readonly number[] | undefined): boolean =>
    typeof codes === 'number' ? ticks[codes] === true : (codes?.some((code) => ticks[code]) ?? false);
  const visit = (place: number): void => {
    if (!range(place)) return;
    // A claim that one facet alone keeps out still counts there: it says what the facet's other values would give.
    let missed = -1;
    for (let at = 0; at < facets.length; at += 1) {
      const ticks = wanted[at];
      if (!ticks || passes(ticks, facets[at]?.codes[place])) continue;
      if (missed >= 0) return;
      missed = at;
    }
    if (missed < 0) places.push(place);
    for (let at = 0; at < facets.length; at += 1) {
      if (missed >= 0 && missed !== at) continue;
      const [tally, codes] = [counts[at], facets[at]?.codes[place]];
      if (!tally) continue;
      if (typeof codes === 'number') tally[codes] = (tally[codes] ?? 0) + 1;
      else for (const code of codes ?? []) tally[code] = (tally[code] ?? 0) + 1;
    }
  };
  if (impossible) return { places, counts: nameCounts(facets, counts) };
  if (found) for (const place of chooseFound(found, filters)) visit(place);
  else for (let place = 0; place < count; place += 1) visit(place);
  return { places: sortPlaces(places, list, filters), counts: nameCounts(facets, counts) };
}

/** Claims that show the words of the query; all that hold them where none does, or where that is asked for. */
export function chooseFound({ places, direct }: FoundPlaces, { everywhere }: Filters): readonly number[] {
  return everywhere || direct === 0 ? places : places.slice(0, direct);
}

function nameCounts(facets: readonly Facet[], counts: readonly Uint32Array[]): Counts {
  const named = new Map<string, Map<string, number>>(FACETS.map(({ key }) => [key, new Map()]));
  for (const [at, { key, values }] of facets.entries()) {
    for (const [code, value] of values.entries()) {
      const number = counts[at]?.[code] ?? 0;
      if (number > 0 && value !== null && value !== '') named.get(key)?.set(String(value), number);
    }
  }
  return Object.fromEntries(named) as unknown as Counts;
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
      count: selectClaims(list, one.filters, one.filters.query === '' ? null : found).places.length,
    }))
    .filter((one) => one.count > 0)
    .sort((one, other) => other.count - one.count);
}

/** Whether anything but order and layout is asked for. */
export function isFiltered(filters: Filters): boolean {
  const plain = { sort: null, layout: 'list', everywhere: false };
  return JSON.stringify({ ...filters, ...plain }) !== JSON.stringify({ ...NO_FILTERS, ...plain });
}

/** A claim is in range when some day that its date allows is. */
function rangeOf({ columns }: Core, { from, to }: Filters): (place: number) => boolean {
  if (from === '' && to === '') return () => true;
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
  if (!column) return places.sort((one, other) => one - other);
  // Values are ranked once, so that a comparison is one of numbers.
  const scales: Partial<Record<CoreName, readonly string[]>> = { verdict: scale, confidence: CONFIDENCE };
  const known = name === null ? undefined : scales[name];
  const sorted = column.values
    .map((value, code) => [known ? known.indexOf(String(value)) >>> 0 : (value ?? ''), code] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const ranks = new Int32Array(sorted.length);
  for (const [rank, [, code]] of sorted.entries()) ranks[code] = reverse ? -rank : rank;
  const rankOf = (place: number): number => ranks[column.codes[place] as number] ?? 0;
  return places.sort((one, other) => rankOf(one) - rankOf(other) || one - other);
}
