// A value must be of the type that the schema says.
import type { Rule } from './engine/rule.ts';

export const wrongType: Rule = {
  code: 'A12',
  title: 'A value must be of the type that the schema says.',
  severity: 'error',
  scope: 'form',
  rationale: 'A list where text belongs, or a number where a date belongs, breaks every format that is made from it.',
  examples: {
    good: [{ edits: [{ replace: 'authors: []', by: 'authors: [Ada Archer]' }] }],
    bad: [
      {
        why: 'A number is not a title; quotation marks make it one.',
        edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title: 2024' }],
        at: '2024',
      },
    ],
  },
};
