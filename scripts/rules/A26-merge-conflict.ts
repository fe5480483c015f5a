// A file holds no marks of a merge conflict.
import type { Rule } from './engine/rule.ts';

export const mergeConflict: Rule = {
  code: 'A26',
  title: 'A merge was not finished in this file.',
  severity: 'error',
  scope: 'form',
  rationale:
    'git leaves both sides of a conflict between `<<<<<<<` and `>>>>>>>`. Until somebody chooses, nobody knows what the file says, so nothing of it is read or published.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            replace: 'title: Bridge reopens after long closure\n',
            by: '<<<<<<< HEAD\ntitle: Bridge reopens after long closure\n=======\ntitle: Bridge reopens\n>>>>>>> pull\n',
          },
        ],
        at: '<<<<<<< HEAD',
      },
      {
        why: 'Below the labels.',
        edits: [
          {
            file: 'articles/herald-2024-05-03.md',
            replace: 'The Harbour Herald reports',
            by: '<<<<<<< HEAD\nThe Harbour Herald reports\n=======\nThe Herald reports\n>>>>>>> pull\nIt reports',
          },
        ],
        at: '<<<<<<< HEAD',
      },
    ],
  },
};
