// What was measured of one work at one size.
import type { Run } from './measure.ts';

/** A work, how many articles it had before it, and its medians; seconds are not a number where it failed. */
export interface Result extends Run {
  articles: number;
  name: string;
}
