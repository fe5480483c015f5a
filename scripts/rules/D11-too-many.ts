// The dataset has no more than is expected of it.

import type { Rule } from './engine/rule.ts';
import { forEachExpectation } from './measures/expectations.ts';

export const tooMany: Rule = {
  code: 'D11',
  title: 'The dataset has no more than is expected of it.',
  severity: 'warning',
  scope: 'dataset',
  rationale: 'Growth is welcome, a sudden flood is often a mistake; whoever meant it raises the expectation.',
  examples: {
    good: [],
    bad: [{ edits: [{ file: 'expectations.yml', replace: 'max: 100', by: 'max: 2' }], at: '2' }],
  },
  check(facts, report) {
    forEachExpectation(facts, ({ what, value, bounds, pointer, file }) => {
      if (bounds.max === undefined || value <= bounds.max) return;
      report({
        file,
        pointer: `${pointer}/max`,
        message: `${what}: ${Math.round(value * 1000) / 1000}.`,
        expected: `at most ${bounds.max}`,
        found: String(value),
      });
    });
  },
};
