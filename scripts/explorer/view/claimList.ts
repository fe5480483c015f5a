// Columns → the claims as filters see them: the values of each facet numbered, and counted fast.
import type { Core, Value } from '../data/columns.ts';
import { FACETS, type FacetKey, NOT_SETTLED } from './viewState.ts';

/** Claims with the values of every facet numbered once, since they are counted at every keystroke. */
export interface ClaimList {
  readonly count: number;
  readonly core: Core;
  readonly facets: readonly Facet[];
  /** The verdicts in the order of the scale. */
  readonly scale: readonly string[];
}

export interface Facet {
  readonly key: FacetKey;
  readonly values: readonly Value[];
  readonly codes: Codes;
}

/**
 * For every claim the numbers of its values, one after the other in one array. Those of the claim at `place` begin at
 * `starts[place]`; without `starts` each claim has exactly one.
 */
interface Codes {
  readonly numbers: Int32Array;
  readonly starts: Int32Array | null;
}

/** @param publishers the publisher of every article, by the article's id. */
export function listClaims(core: Core, publishers: ReadonlyMap<string, string>, scale: readonly string[]): ClaimList {
  const facets = FACETS.flatMap(({ key, column }): Facet[] => {
    if (column === 'publisher') {
      const { values: ids, codes } = core.columns.article_id ?? { values: [], codes: [] };
      const numbers = new Map<string, number>();
      const byArticle = ids.map((id) => {
        const name = publishers.get(String(id)) ?? '';
        if (!numbers.has(name)) numbers.set(name, numbers.size);
        return numbers.get(name) ?? -1;
      });
      return [
        { key, values: [...numbers.keys()], codes: joinCodes(codes.map((code) => byArticle[code as number] ?? -1)) },
      ];
    }
    const found = core.columns[column];
    if (!found) return [];
    // A filter without them would leave claims out that a sum of all verdicts is to hold.
    const values = key === 'verdict' ? found.values.map((value) => value ?? NOT_SETTLED) : found.values;
    return [{ key, values, codes: joinCodes(found.codes) }];
  });
  return { count: core.numbers.length, core, facets, scale };
}

function joinCodes(codes: readonly (number | readonly number[])[]): Codes {
  if (codes.every((code) => typeof code === 'number')) return { numbers: Int32Array.from(codes), starts: null };
  const starts = new Int32Array(codes.length + 1);
  const numbers: number[] = [];
  for (const [place, code] of codes.entries()) {
    if (typeof code === 'number') numbers.push(code);
    else for (const one of code) numbers.push(one);
    starts[place + 1] = numbers.length;
  }
  return { numbers: Int32Array.from(numbers), starts };
}

/** Whether a claim has a value that is ticked. */
export function hasTicked({ numbers, starts }: Codes, ticks: readonly boolean[], place: number): boolean {
  if (starts === null) return ticks[numbers[place] ?? -1] === true;
  const end = starts[place + 1] ?? 0;
  for (let at = starts[place] ?? 0; at < end; at += 1) if (ticks[numbers[at] ?? -1]) return true;
  return false;
}

/** How many of the claims have each value of a facet; values that none has are left out, and the empty one is. */
export function countValues(
  { values, codes: { numbers, starts } }: Facet,
  ...parts: readonly (readonly number[])[]
): Map<string, number> {
  const tally = new Uint32Array(values.length);
  for (const places of parts) {
    for (const place of places) {
      if (starts === null) {
        const code = numbers[place] ?? -1;
        tally[code] = (tally[code] ?? 0) + 1;
        continue;
      }
      const end = starts[place + 1] ?? 0;
      for (let at = starts[place] ?? 0; at < end; at += 1) {
        const code = numbers[at] ?? -1;
        tally[code] = (tally[code] ?? 0) + 1;
      }
    }
  }
  const counts = new Map<string, number>();
  for (const [code, value] of values.entries()) {
    const number = tally[code] ?? 0;
    if (number > 0 && value !== null && value !== '') counts.set(String(value), number);
  }
  return counts;
}
