// An anchor is as long as its quotation and lies within the text.
import { countCodePoints } from '../values/normalText.ts';
import type { Rule } from './engine/rule.ts';

export const anchorForm: Rule = {
  code: 'Q06',
  title: 'An anchor is as long as its quotation and lies within the article.',
  severity: 'error',
  scope: 'claim',
  rationale: 'Where no capture is at hand, this much of an anchor can still be proved wrong.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            file: 'articles/herald-2024-05-03.md',
            replace: 'anchor: { start: 67, end: 101 }',
            by: 'anchor: { start: 67, end: 90 }',
          },
        ],
        at: '{ start: 67, end: 90 }',
      },
    ],
  },
  check({ claim, pointer }, report, _, { article, text }) {
    // With the text at hand, Q01 knows more.
    if (text.kind === 'body' || text.kind === 'capture') return;
    if (claim.anchor === null || claim.quote === null) return;
    const length = countCodePoints(claim.quote);
    const { start, end } = claim.anchor;
    // Between the words the article may have line ends, and signs that nobody sees.
    if (end - start < length || end - start > 2 * length) {
      report({
        pointer: `${pointer}/anchor`,
        expected: `${length} characters, as the quotation has`,
        found: `${end - start} characters`,
      });
    } else if (article.capture && end > article.capture.characters) {
      report({
        pointer: `${pointer}/anchor`,
        expected: `an end of at most ${article.capture.characters}`,
        found: String(end),
      });
    }
  },
};
