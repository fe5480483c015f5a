// The dataset has at least what is expected of it.

import type { Rule } from './engine/rule.ts';
import { forEachExpectation } from './measures/expectations.ts';

export const tooFew: Rule = {
  code: 'D10',
  title: 'The dataset has at least what is expected of it.',
  severity: 'error',
  scope: 'dataset',
  rationale:
    'A table that has lost half its rows over night, or a column that has become empty, is caught before it is published.',
  examples: {
    good: [{ edits: [{ file: 'expectations.yml', replace: 'min: 1,', by: 'min: 3,' }] }],
    bad: [
      { edits: [{ file: 'expectations.yml', replace: 'min: 1,', by: 'min: 7,' }], at: '7' },
      {
        edits: [{ file: 'expectations.yml', replace: 'source_url: { min: 0.5 }', by: 'reported_by: { min: 0.5 }' }],
        at: '0.5',
      },
    ],
  },
  check(facts, report) {
    // What could not be read is missing in the counts, and is a finding already.
    if (facts.unread.length > 0 || facts.facts.isDamaged) return;
    forEachExpectation(facts, ({ what, value, bounds, pointer, file }) => {
      if (bounds.min === undefined || value >= bounds.min) return;
      report({
        file,
        pointer: `${pointer}/min`,
        message: `${what}: ${round(value)}.`,
        expected: `at least ${bounds.min}`,
        found: round(value),
        hint: 'put back what is missing; where fewer are right, lower this number by hand, and before `withdraw` do so first',
      });
    });
  },
};

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
