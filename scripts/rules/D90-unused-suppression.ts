// A suppression that silences nothing is itself a finding.
import type { Rule } from './engine/rule.ts';

export const unusedSuppression: Rule = {
  code: 'D90',
  title: 'A suppression must silence a warning that is there.',
  severity: 'warning',
  scope: 'form',
  rationale: 'An exception that is no longer needed would hide the next, real finding.',
  examples: {
    good: [],
    bad: [
      {
        edits: [{ replace: 'suppress: []', by: 'suppress: [{ code: E07, reason: Only one office measures. }]' }],
        at: 'E07',
      },
    ],
  },
};
