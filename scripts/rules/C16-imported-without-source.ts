// An imported claim says where it is from.
import type { Rule } from './engine/rule.ts';

export const importedWithoutSource: Rule = {
  code: 'C16',
  title: 'An imported claim names its source.',
  severity: 'error',
  scope: 'claim',
  rationale: 'Nobody here judged it; without the source nobody can tell whose verdict is published.',
  examples: {
    good: [
      {
        edits: [{ replace: 'status: labelled', by: 'status: imported\n    source: { name: some-dataset, row: "17" }' }],
      },
    ],
    bad: [{ edits: [{ replace: 'status: labelled', by: 'status: imported' }], at: 'imported' }],
  },
  check({ claim, pointer }, report) {
    if (claim.status !== 'imported' || claim.source !== null) return;
    report({
      pointer: `${pointer}/status`,
      expected: '`source` with the name of the dataset and the record in it',
      found: 'imported',
      hint: 'name the source, or write the status that the votes give',
    });
  },
};
