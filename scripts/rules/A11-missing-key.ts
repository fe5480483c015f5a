// Every key of the schema is written, with null where nothing is known.
import type { Rule } from './engine/rule.ts';

export const missingKey: Rule = {
  code: 'A11',
  title: 'Every key of the schema is written, with null where nothing is known.',
  severity: 'error',
  scope: 'form',
  rationale: 'A key that is left out does not say whether nothing is known or somebody forgot.',
  examples: {
    good: [],
    bad: [{ edits: [{ replace: 'nature: original\n', by: '' }], at: 'id' }],
  },
};
