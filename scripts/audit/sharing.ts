// Keys of records, one after another → records of a later split that share one with an earlier split.
import type { Groups } from '../splits/unionFind.ts';
import { float64, int32 } from './columns.ts';

/** One thing that records may share, as their words or a page. */
export class SharedKeys {
  private readonly keys = float64();
  private readonly numbers = int32();

  add(key: number, number: number): void {
    this.keys.push(key);
    this.numbers.push(number);
  }

  /** Joins records that share a key, those that may be joined. */
  join(groups: Groups, may: (number: number) => boolean): void {
    const firsts = new Map<number, number>();
    for (let i = 0; i < this.keys.length; i++) {
      const number = this.numbers.at(i);
      if (!may(number)) continue;
      const first = firsts.get(this.keys.at(i));
      if (first === undefined) firsts.set(this.keys.at(i), number);
      else groups.join(first, number);
    }
  }

  /**
   * Calls `tell` for each record and each earlier split that it shares a key with, and the first record there. `rank`:
   * the place of a record's split in the order of splits, below 0 for none. A key that more than `most` groups have is
   * passed over.
   */
  forEachShared(
    rank: (number: number) => number,
    groups: Groups,
    most: number,
    tell: (number: number, earlier: number) => void,
  ): void {
    const masks = new Map<number, number>();
    for (let i = 0; i < this.keys.length; i++) {
      const of = rank(this.numbers.at(i));
      // Thirty-one splits can be told apart by bits; nobody has more.
      if (of >= 0 && of < 31) masks.set(this.keys.at(i), (masks.get(this.keys.at(i)) ?? 0) | (1 << of));
    }
    const shared = new Map<number, { groups: Set<number>; firsts: number[] }>();
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys.at(i);
      const mask = masks.get(key) ?? 0;
      if ((mask & (mask - 1)) === 0) continue;
      const entry = shared.get(key) ?? { groups: new Set(), firsts: [] };
      shared.set(key, entry);
      const number = this.numbers.at(i);
      if (entry.groups.size <= most) entry.groups.add(groups.find(number));
      const of = rank(number);
      if (of >= 0) entry.firsts[of] ??= number;
    }
    for (let i = 0; i < this.keys.length; i++) {
      const entry = shared.get(this.keys.at(i));
      if (!entry || entry.groups.size > most) continue;
      const number = this.numbers.at(i);
      const of = rank(number);
      for (let earlier = 0; earlier < of; earlier++) {
        const first = entry.firsts[earlier];
        if (first !== undefined) tell(number, first);
      }
    }
  }
}
