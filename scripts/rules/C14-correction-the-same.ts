// A corrected claim says something else than the claim.
import { listWords } from '../values/words.ts';
import type { Rule } from './engine/rule.ts';

export const correctionTheSame: Rule = {
  code: 'C14',
  title: '`corrected` differs from the claim in its words.',
  severity: 'error',
  scope: 'claim',
  rationale: 'A pair whose halves say the same teaches that the same sentence is both wrong and right.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            file: 'vocabulary/distortions.yml',
            replace: '',
            by: '- id: wrong-number\n  label: Wrong number\n  definition: A figure is another than in the source.\n',
          },
          {
            replace: '    status: labelled',
            by: '    distortion: wrong-number\n    corrected: the river bridge at Aldport was closed for eleven days, in April 2024\n    status: labelled',
          },
        ],
        at: 'the river bridge at Aldport was closed for eleven days, in April 2024',
      },
    ],
  },
  check({ claim, pointer }, report) {
    const { text, corrected } = claim;
    if (corrected === null || listWords(corrected).join(' ') !== listWords(text).join(' ')) return;
    report({
      pointer: `${pointer}/corrected`,
      expected: 'the claim as it would be right',
      found: corrected,
      hint: 'change what is wrong and nothing else, or write null',
    });
  },
};
