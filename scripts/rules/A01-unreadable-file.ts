// A file cannot be read.
import type { Rule } from './engine/rule.ts';

export const unreadableFile: Rule = {
  code: 'A01',
  title: 'A file cannot be read.',
  severity: 'error',
  scope: 'form',
  rationale:
    'What cannot be read cannot be checked, and a file that is passed over in silence is a hole in the dataset.',
  examples: {
    good: [],
    bad: [],
  },
};
