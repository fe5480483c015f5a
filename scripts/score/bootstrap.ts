// What became of every claim, group by group → intervals of the scores, and of their difference between two systems.
import { middleOf, resampleCounts, seedDraw } from '../values/random.ts';
import { scoreCounts, type VerdictScores } from './confusion.ts';

export const RESAMPLES = 2000;
export const SEED = 1;

export type Interval = [low: number, high: number] | null;

/** Cells of the confusion matrices of one system or two, claim by claim; and the group of each claim. */
export interface Outcomes {
  width: number;
  cells: readonly Int32Array[];
  /** Of each claim the number of its group, from 0. */
  groups: Int32Array;
  /** How many groups there are. */
  size: number;
}

export interface Bootstrap {
  intervals: Record<'accuracy' | 'macro_f1' | 'balanced_accuracy', Interval>[];
  /**
   * First system less second, of macro-F1; null for one system. `p`: twice the smaller share of resamples on either
   * side of 0, 1 at most.
   */
  difference: { interval: Interval; p: number } | null;
}

/**
 * 95 % percentile intervals by resampling whole groups: claims of one article stand or fall together, and intervals
 * that take them for independent are too narrow. Groups with the same outcomes are drawn together, by their counts.
 * Null intervals where there are fewer than two groups.
 */
export function bootstrapScores(outcomes: Outcomes): Bootstrap {
  const { width, cells } = outcomes;
  const patterns = countPatterns(outcomes);
  const drawn = new Int32Array(patterns.length);
  const times = Int32Array.from(patterns, ({ groups }) => groups);
  const draw = seedDraw(SEED);
  const names = ['accuracy', 'macro_f1', 'balanced_accuracy'] as const;
  const runs = outcomes.size < 2 ? 0 : RESAMPLES;
  const values = cells.map(() => names.map(() => new Float64Array(runs)));
  const differences = new Float64Array(cells.length === 2 ? runs : 0);
  const counts = cells.map(() => new Float64Array(width * (width + 1)));
  for (let run = 0; run < runs; run++) {
    resampleCounts(draw, times, drawn);
    for (const matrix of counts) matrix.fill(0);
    for (const [i, pattern] of patterns.entries()) {
      const n = drawn[i] as number;
      if (n === 0) continue;
      for (const [s, own] of pattern.cells.entries()) {
        const matrix = counts[s] as Float64Array;
        for (const cell of own) matrix[cell] = (matrix[cell] as number) + n;
      }
    }
    const scores: VerdictScores[] = counts.map((matrix) => scoreCounts(width, matrix));
    for (const [s, score] of scores.entries())
      for (const [k, name] of names.entries()) (values[s]?.[k] as Float64Array)[run] = score[name];
    if (scores.length === 2)
      differences[run] = (scores[0] as VerdictScores).macro_f1 - (scores[1] as VerdictScores).macro_f1;
  }
  /**
   * How often the difference is on one side of 0, the observed data themselves counted in (Davison and Hinkley 1997):
   * never 0.
   */
  const share = (holds: (value: number) => boolean) =>
    (differences.filter(holds).length + 1) / (differences.length + 1);
  return {
    intervals: values.map((lists) => {
      const [accuracy = null, macro_f1 = null, balanced_accuracy = null] = lists.map((list) => middleOf(list, 0.95));
      return { accuracy, macro_f1, balanced_accuracy };
    }),
    difference:
      differences.length === 0
        ? null
        : {
            p: Math.min(
              1,
              2 *
                Math.min(
                  share((d) => d <= 0),
                  share((d) => d >= 0),
                ),
            ),
            interval: middleOf(differences, 0.95),
          },
  };
}

interface Pattern {
  cells: readonly (readonly number[])[];
  groups: number;
}

/** Groups by their outcomes, in an order that the order of claims does not change. */
function countPatterns({ cells, groups, size }: Outcomes): Pattern[] {
  const width = Math.max(1, ...cells.map((own) => own.reduce((most, cell) => Math.max(most, cell + 1), 0)));
  const codes: number[][] = Array.from({ length: size }, () => []);
  for (const [claim, group] of groups.entries())
    codes[group]?.push(cells.reduce((code, own) => code * width + (own[claim] as number), 0));
  const counted = new Map<string, { codes: number[]; groups: number }>();
  for (const own of codes) {
    own.sort((a, b) => a - b);
    const key = own.join(' ');
    const known = counted.get(key);
    if (known) known.groups++;
    else counted.set(key, { codes: own, groups: 1 });
  }
  return [...counted]
    .sort(([a, { groups: m }], [b, { groups: n }]) => n - m || (a < b ? -1 : 1))
    .map(([, pattern]) => ({
      groups: pattern.groups,
      cells:
        cells.length === 2
          ? [pattern.codes.map((code) => Math.floor(code / width)), pattern.codes.map((code) => code % width)]
          : [pattern.codes],
    }));
}
