// A file holds one YAML document.
import type { Rule } from './engine/rule.ts';

export const secondDocument: Rule = {
  code: 'A08',
  title: 'A file holds one YAML document.',
  severity: 'error',
  scope: 'form',
  rationale: 'A second document would be read by some tools and passed over by others.',
  examples: {
    good: [],
    bad: [
      {
        edits: [{ file: 'vocabulary/topics.yml', replace: '- id: town-budget', by: '---\n- id: town-budget' }],
        at: '---',
      },
    ],
  },
};
