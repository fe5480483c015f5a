// Verdict that the scale does not have → what may be meant.
import { findNearest } from '../vocabulary/nearest.ts';

export function nearestVerdict(verdict: string, classes: readonly string[]): string {
  const folded = classes.find((name) => name.toLowerCase() === verdict.trim().toLowerCase());
  const meant = folded ?? findNearest(verdict, classes);
  return meant === null ? `the scale has ${classes.join(', ')}` : `did you mean \`${meant}\`?`;
}
