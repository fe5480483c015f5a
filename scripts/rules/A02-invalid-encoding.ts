// A file must be valid UTF-8.
import type { Rule } from './engine/rule.ts';

export const invalidEncoding: Rule = {
  code: 'A02',
  title: 'A file must be valid UTF-8.',
  severity: 'error',
  scope: 'form',
  rationale:
    'Every reader of the dataset takes UTF-8 for granted; a file in another encoding loses letters on the way.',
  examples: {
    good: [],
    bad: [],
  },
};
