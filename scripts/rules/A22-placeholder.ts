// Nothing is left to do.
import type { Rule } from './engine/rule.ts';

export const placeholder: Rule = {
  code: 'A22',
  title: 'No `todo` is left.',
  severity: 'error',
  scope: 'form',
  rationale: '`todo` marks the places where a person must decide; until then the file says nothing there.',
  examples: {
    good: [
      {
        why: 'A word in a sentence is a word.',
        edits: [{ replace: 'Bridge reopens', by: 'Much todo about a bridge, which reopens' }],
      },
    ],
    bad: [
      { edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title: todo' }], at: 'todo' },
      { edits: [{ replace: 'nature: original', by: 'nature: todo' }], at: 'todo' },
      {
        edits: [
          { replace: 'shows: The office logged', by: 'shows: "TODO: The office logged' },
          { replace: 'closure of three days.\n        quote', by: 'closure of three days."\n        quote' },
        ],
        at: 'TODO',
      },
    ],
  },
};
