// Tags are not used.
import type { Rule } from './engine/rule.ts';

export const tag: Rule = {
  code: 'A07',
  title: 'Tags are not used.',
  severity: 'error',
  scope: 'form',
  rationale: 'A tag asks the reader to build something other than plain data.',
  examples: {
    good: [],
    bad: [{ edits: [{ replace: 'language: en\n', by: 'language: !fr en\n' }], at: '!fr' }],
  },
};
