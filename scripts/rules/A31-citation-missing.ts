// The dataset has a citation.
import type { Rule } from './engine/rule.ts';

export const citationMissing: Rule = {
  code: 'A31',
  title: 'CITATION.cff gives the dataset its title, authors and licence.',
  severity: 'warning',
  scope: 'form',
  rationale: 'Data without a title, a maker and a licence can be neither cited nor used.',
  examples: { good: [], bad: [] },
};
