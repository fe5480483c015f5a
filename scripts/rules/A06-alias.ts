// Anchors and aliases are not used.
import type { Rule } from './engine/rule.ts';

export const alias: Rule = {
  code: 'A06',
  title: 'Anchors and aliases are not used.',
  severity: 'error',
  scope: 'form',
  rationale: 'A value that stands elsewhere is hard to review, and aliases of aliases can grow without bound.',
  examples: {
    good: [],
    bad: [{ edits: [{ replace: 'authors: []', by: 'authors: &none []' }], at: '[]' }],
  },
};
