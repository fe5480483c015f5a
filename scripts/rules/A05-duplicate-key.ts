// A key is given once.
import type { Rule } from './engine/rule.ts';

export const duplicateKey: Rule = {
  code: 'A05',
  title: 'A key is given once.',
  severity: 'error',
  scope: 'form',
  rationale:
    'Readers of YAML disagree on which of two equal keys counts, so one of the values would be lost in silence.',
  examples: {
    good: [],
    bad: [{ edits: [{ replace: 'language: en\n', by: 'language: en\nlanguage: fr\n' }], at: 'language' }],
  },
};
