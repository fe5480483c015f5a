// A value must be one of those that the schema lists.
import type { Rule } from './engine/rule.ts';

export const unknownChoice: Rule = {
  code: 'A13',
  title: 'A value must be one of those that the schema lists.',
  severity: 'error',
  scope: 'form',
  rationale: 'Whoever filters by a value must be able to rely on the list being closed.',
  examples: {
    good: [{ edits: [{ replace: 'nature: original', by: 'nature: repost' }] }],
    bad: [{ edits: [{ replace: 'nature: original', by: 'nature: orignal' }], at: 'orignal' }],
  },
};
