// What import changes or leaves out → how often, by field and kind.
import { compareCodePoints } from '../values/order.ts';

/** Why a value does not stand in the label as it stood in the source. */
export type Alteration =
  | 'line breaks and tabs folded'
  | 'outer space dropped'
  | 'no web address, kept in extra'
  | 'kept in extra as written'
  | 'names several, kept in extra'
  | 'placeholder, kept in extra'
  | 'not in the map, kept in extra'
  | 'no evidence, kept in extra';

/** Counts that do not depend on the order in which they were made. */
export class Tally {
  private readonly counts = new Map<string, number>();

  add(field: string, what: string, times = 1): void {
    const key = `${field}: ${what}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + times);
  }

  /** By `field: what`, in the order of these names. */
  list(): Record<string, number> {
    return Object.fromEntries([...this.counts].sort(([a], [b]) => compareCodePoints(a, b)));
  }
}
