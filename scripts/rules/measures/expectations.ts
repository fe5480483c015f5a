// Expectations and counts → each expectation beside what is there.
import type { DatasetFacts } from '../engine/facts.ts';

export interface Measured {
  file: string;
  pointer: string;
  what: string;
  value: number;
  bounds: { min?: number | undefined; max?: number | undefined };
}

/**
 * Calls back for every bound on rows and on the share of rows that have a value (0 to 1; of no rows nothing is asked).
 */
export function forEachExpectation({ expectations, fill }: DatasetFacts, visit: (measured: Measured) => void): void {
  if (!expectations) return;
  const { file, value } = expectations;
  for (const [table, expected] of Object.entries(value.tables)) {
    const counted = fill.get(table);
    if (!counted || !expected) continue;
    const base = `/tables/${table}`;
    if (expected.rows)
      visit({ file, pointer: `${base}/rows`, what: `Rows of ${table}`, value: counted.rows, bounds: expected.rows });
    if (counted.rows === 0) continue;
    for (const [column, bounds] of Object.entries(expected.fill ?? {}))
      visit({
        file,
        pointer: `${base}/fill/${column}`,
        what: `Share of ${table} with a value in ${column}`,
        value: (counted.filled[column] ?? 0) / counted.rows,
        bounds,
      });
  }
}
