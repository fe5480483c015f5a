// A claim says why it was withdrawn exactly when it is withdrawn.
import type { Rule } from './engine/rule.ts';

export const withdrawalStatus: Rule = {
  code: 'C03',
  title: '`withdrawn` is set exactly when the status is withdrawn.',
  severity: 'error',
  scope: 'claim',
  rationale:
    'A withdrawal without a reason helps nobody, and a reason without a withdrawal leaves the claim in the data.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          { replace: 'status: labelled', by: 'status: withdrawn' },
          { replace: 'same_as: [herald-2024-05-03-c01]', by: 'same_as: []' },
          { file: 'articles/herald-2024-05-03.md', replace: 'same_as: [gazette-2024-05-02-c01]', by: 'same_as: []' },
        ],
        at: 'withdrawn',
      },
    ],
  },
  check({ claim, pointer }, report) {
    if (claim.status === 'withdrawn' && claim.withdrawn === null) {
      report({
        pointer: `${pointer}/status`,
        message: 'A withdrawn claim must say when and why.',
        expected: '`withdrawn` with date, reason and successors',
        found: 'null',
      });
    }
    if (claim.status !== 'withdrawn' && claim.withdrawn !== null) {
      report({
        pointer: `${pointer}/withdrawn`,
        message: `The claim is given as withdrawn, but its status is \`${claim.status}\`.`,
        expected: 'null, or the status withdrawn',
        found: 'a withdrawal',
      });
    }
  },
};
