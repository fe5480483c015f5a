// Where a quotation of a withheld article stands is known, or can be found by whoever holds the capture.
import type { Rule } from './engine/rule.ts';

export const anchorUnknown: Rule = {
  code: 'Q11',
  title: 'It is not known where the quotation stands.',
  severity: 'warning',
  scope: 'claim',
  rationale:
    'Whoever adds a claim does not always hold the text of the article. The claim is welcome: whoever holds the capture runs `npm run fix`, which writes the anchor, or finds that the words are not there.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          { file: 'articles/herald-2024-05-03.md', replace: 'anchor: { start: 67, end: 101 }', by: 'anchor: null' },
        ],
        at: 'null',
      },
    ],
  },
  check({ claim, pointer }, report, _, { text }) {
    // With the text at hand, Q01 knows more.
    if (text.kind === 'body' || text.kind === 'capture' || claim.anchor !== null || claim.quote === null) return;
    report({
      pointer: `${pointer}/anchor`,
      expected: 'start and end',
      found: 'null',
      hint: 'whoever holds the capture runs `npm run fix`, which writes it',
    });
  },
};
