// Keys of records, one after another → records of a later split that share one with an earlier split.
import { float64, int32 } from './columns.ts';

/** One thing that records may share, as their words or a page. */
export class SharedKeys {
  private readonly keys = float64();
  private readonly numbers = int32();

  add(key: number, number: number): void {
    this.keys.push(key);
    this.numbers.push(number);
  }

  /**
   * Calls `tell` for each record and each earlier split that it shares a key with, and the first record there. `rank`:
   * the place of a record's split in the order of splits, below 0 for none. A key that more than `most` records have is
   * passed over; gives how many such keys there were.
   */
  forEachShared(
    rank: (number: number) => number,
    most: number,
    tell: (number: number, earlier: number, key: number) => void,
  ): number {
    const masks = new Map<number, number>();
    for (let i = 0; i < this.keys.length; i++) {
      const of = rank(this.numbers.at(i));
      // Thirty-one splits can be told apart by bits; nobody has more.
      if (of >= 0 && of < 31) masks.set(this.keys.at(i), (masks.get(this.keys.at(i)) ?? 0) | (1 << of));
    }
    const shared = new Map<number, { count: number; firsts: number[] }>();
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys.at(i);
      const mask = masks.get(key) ?? 0;
      if ((mask & (mask - 1)) === 0) continue;
      const entry = shared.get(key) ?? { count: 0, firsts: [] };
      shared.set(key, entry);
      entry.count++;
      const number = this.numbers.at(i);
      const of = rank(number);
      if (of >= 0) entry.firsts[of] ??= number;
    }
    let passed = 0;
    for (const { count } of shared.values()) if (count > most) passed++;
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys.at(i);
      const entry = shared.get(key);
      if (!entry || entry.count > most) continue;
      const number = this.numbers.at(i);
      const of = rank(number);
      for (let earlier = 0; earlier < of; earlier++) {
        const first = entry.firsts[earlier];
        if (first !== undefined) tell(number, first, key);
      }
    }
    return passed;
  }
}
