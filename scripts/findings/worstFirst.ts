// Findings → the same, the worst first.
import type { LocatedFinding } from './locate.ts';

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Errors, then warnings, then notes; the order of places is kept within each. */
export function worstFirst(findings: readonly LocatedFinding[]): LocatedFinding[] {
  return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
