// Findings before and after a change of texts → those that were not there before.
import type { LocatedFinding } from './locate.ts';

/** Findings are the same wherever they stand, since an edit above moves them; of several alike each counts. */
export function listNewFindings(before: readonly LocatedFinding[], after: readonly LocatedFinding[]): LocatedFinding[] {
  const counts = new Map<string, number>();
  for (const finding of before) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const left = counts.get(keyOf(finding)) ?? 0;
    counts.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}

function keyOf({ code, file, message }: LocatedFinding): string {
  return `${code} ${file} ${message}`;
}
