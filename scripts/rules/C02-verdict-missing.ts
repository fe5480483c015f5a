// A claim that is published has a verdict and a justification.
import type { Rule } from './engine/rule.ts';

export const verdictMissing: Rule = {
  code: 'C02',
  title: 'Only a draft or a disputed claim may lack a verdict and its justification.',
  severity: 'error',
  scope: 'claim',
  rationale:
    'A row without a verdict is no fact-check, and a verdict without a reason cannot be reviewed. While votes differ the votes are what is known.',
  examples: {
    good: [
      {
        edits: [
          { replace: 'verdict: refuted\n    justification: The', by: 'verdict: null\n    justification: The' },
          { replace: 'status: labelled', by: 'status: draft' },
        ],
      },
    ],
    bad: [
      {
        edits: [
          {
            replace: 'justification: The ledger of works enters 39,870 against 60,000 set aside.',
            by: 'justification: null',
          },
        ],
        at: 'null',
      },
    ],
  },
  check({ claim, pointer }, report) {
    if (claim.status === 'draft' || (claim.status === 'disputed' && claim.verdict === null)) return;
    for (const key of ['verdict', 'justification'] as const) {
      if (key === 'justification' && claim.status === 'imported') continue;
      if (claim[key] === null) {
        report({
          pointer: `${pointer}/${key}`,
          message: `A claim of status \`${claim.status}\` needs a ${key}.`,
          expected: `a ${key}`,
          found: 'null',
          hint: 'write it, or set the status to draft',
        });
      }
    }
  },
};
