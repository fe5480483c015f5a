// A key must be one that the schema knows.
import type { Rule } from './engine/rule.ts';

export const unknownKey: Rule = {
  code: 'A10',
  title: 'A key must be one that the schema knows.',
  severity: 'error',
  scope: 'form',
  rationale: 'A misspelt key silently drops what was written under it.',
  examples: {
    good: [],
    bad: [
      {
        why: 'A misspelt key is one finding, not also a missing one.',
        edits: [{ replace: 'published_basis: page\nlanguage', by: 'publishd_basis: page\nlanguage' }],
        at: 'publishd_basis',
      },
    ],
  },
};
