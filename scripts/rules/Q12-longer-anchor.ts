// An anchor that is longer than its quotation is known to be right.
import { countCodePoints } from '../values/normalText.ts';
import type { Rule } from './engine/rule.ts';

export const longerAnchor: Rule = {
  code: 'Q12',
  title: 'An anchor is no longer than its quotation.',
  severity: 'warning',
  scope: 'claim',
  rationale:
    'Where the article has signs between the words that nobody sees, its anchor is longer, and rightly so. Without the capture nobody can tell that from a slip.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            file: 'articles/herald-2024-05-03.md',
            replace: 'anchor: { start: 67, end: 101 }',
            by: 'anchor: { start: 67, end: 102 }',
          },
        ],
        at: '{ start: 67, end: 102 }',
      },
    ],
  },
  check({ claim, pointer }, report, _, { text }) {
    if (text.kind === 'body' || text.kind === 'capture' || claim.anchor === null || claim.quote === null) return;
    const length = countCodePoints(claim.quote);
    const there = claim.anchor.end - claim.anchor.start;
    if (there <= length || there > 2 * length) return;
    report({
      pointer: `${pointer}/anchor`,
      expected: `${length} characters, as the quotation has`,
      found: `${there} characters`,
      hint: 'whoever holds the capture can tell; accept it with a suppression that says which signs stand there',
    });
  },
};
