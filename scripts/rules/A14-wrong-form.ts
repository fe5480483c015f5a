// A value must have the form that the schema says.
import type { Rule } from './engine/rule.ts';

export const wrongForm: Rule = {
  code: 'A14',
  title: 'A value must have the form that the schema says.',
  severity: 'error',
  scope: 'form',
  rationale: 'Dates, addresses and ids are read by programs, which take them at their word.',
  examples: {
    good: [{ edits: [{ replace: 'published: 2024-05-02', by: 'published: 2024-05' }] }],
    bad: [
      {
        why: 'There is no such day.',
        edits: [{ replace: 'published: 2024-05-02', by: 'published: 2024-02-30' }],
        at: '2024-02-30',
      },
    ],
  },
};
