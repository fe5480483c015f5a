// Measured runs and limits → the parts of a goal, each with its words and whether it is as wanted.
import type { Result } from './results.ts';
import type { Style } from './styles.ts';

/** `met` is null where it was not measured. */
export interface Part {
  words: string;
  met: boolean | null;
}

/** Which work is meant. */
export interface Which {
  name: string;
  articles: number;
  style?: Style | null;
}

type Measure = 'seconds' | 'processor' | 'megabytes';

/** A run, null where there was none, and 'fails' where the work did not end well. */
export function findRun(
  results: readonly Result[],
  { name, articles, style = 'by hand' }: Which,
): Result | 'fails' | null {
  const run = results.find((one) => one.name === name && one.articles === articles && one.style === style);
  if (!run) return null;
  return run.seconds > 0 ? run : 'fails';
}

/** Of one work: a measure, and the most that it may be. A work that fails misses it. */
export function atMost(results: readonly Result[], which: Which, measure: Measure, most: number): Part {
  const run = findRun(results, which);
  if (run === null) return { words: `${which.name}: not measured`, met: null };
  if (run === 'fails') return { words: `${which.name} fails`, met: false };
  const value = run[measure];
  const words = measure === 'megabytes' ? `${value.toFixed(0)} MB` : `${value.toFixed(2)} s`;
  return { words: `${which.name} ${words}`, met: value <= most };
}

/**
 * How many times as much one work takes as another; `holds` judges the ratio. Without both of them nothing is known.
 */
export function compare(
  results: readonly Result[],
  [one, other]: readonly [Which, Which],
  measure: Measure,
  label: string,
  holds: (ratio: number) => boolean,
): Part {
  const [run, base] = [findRun(results, one), findRun(results, other)];
  for (const [{ name }, found] of [[one, run] as const, [other, base] as const]) {
    if (found === null) return { words: `${label}: ${name} not measured`, met: null };
    if (found === 'fails') return { words: `${label}: ${name} fails`, met: null };
  }
  const ratio = (run as Result)[measure] / (base as Result)[measure];
  return { words: `${label} ${ratio.toFixed(2)} times`, met: holds(ratio) };
}
