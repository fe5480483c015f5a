// A finding with ordinary values, for tests that look at one of them.
import type { LocatedFinding } from '../../scripts/findings/locate.ts';

export const SUMMARY = { articles: 1, claims: 2, errors: 1, warnings: 0, quotations: { checked: 2, unchecked: 0 } };

export function makeFinding(values: Partial<LocatedFinding> = {}): LocatedFinding {
  return {
    code: 'V01',
    severity: 'error',
    file: 'raw/articles/a.md',
    range: { start: { line: 2, column: 10 }, end: { line: 2, column: 17 } },
    pointer: '/verdict',
    message: 'No such verdict.',
    expected: null,
    found: null,
    hint: null,
    fix: null,
    related: [],
    ...values,
  };
}
