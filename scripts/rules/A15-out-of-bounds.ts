// A number must lie within the bounds that the schema says.
import type { Rule } from './engine/rule.ts';

export const outOfBounds: Rule = {
  code: 'A15',
  title: 'A number must lie within the bounds that the schema says.',
  severity: 'error',
  scope: 'form',
  rationale: 'A negative offset or an empty list where one entry is needed points nowhere.',
  examples: {
    good: [],
    bad: [{ edits: [{ replace: 'start: 66', by: 'start: -1' }], at: '-1' }],
  },
};
