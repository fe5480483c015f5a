// What was measured of one work at one size.
import { readFileSync } from 'node:fs';
import type { Run } from './measure.ts';
import type { Style } from './styles.ts';

/**
 * A work, how many articles in which style it had before it (null: the real dataset), and its medians; seconds are not
 * a number where it failed.
 */
export interface Result extends Run {
  articles: number;
  style: Style | null;
  name: string;
}

/**
 * Results that earlier runs printed as JSON, where what failed has null in place of numbers. Of a work that two of them
 * measured the first counts.
 */
export function readResults(paths: readonly string[]): Result[] {
  const known = new Set<string>();
  return paths
    .flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as Result[])
    .filter(({ articles, style, name }) => {
      const work = `${articles} ${style} ${name}`;
      return !known.has(work) && known.add(work);
    });
}
