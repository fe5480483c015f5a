// Who corrects a claim says what was distorted.
import type { Rule } from './engine/rule.ts';

export const correctionWithoutDistortion: Rule = {
  code: 'C13',
  title: '`corrected` stands beside a `distortion`.',
  severity: 'error',
  scope: 'claim',
  rationale: 'A pair of a wrong and a right sentence is of use only to those who know what went wrong between them.',
  examples: {
    good: [
      {
        edits: [
          {
            file: 'vocabulary/distortions.yml',
            replace: '',
            by: '- id: wrong-number\n  label: Wrong number\n  definition: A figure is another than in the source.\n',
          },
          {
            replace: '    status: labelled',
            by: '    distortion: wrong-number\n    corrected: The river bridge at Aldport was closed for three days in April 2024.\n    status: labelled',
          },
        ],
      },
    ],
    bad: [
      {
        edits: [
          {
            replace: '    status: labelled',
            by: '    corrected: The river bridge at Aldport was closed for three days.\n    status: labelled',
          },
        ],
        at: 'The river bridge at Aldport was closed for three days.',
      },
    ],
  },
  check({ claim, pointer }, report) {
    if (claim.corrected === null || claim.distortion !== null) return;
    report({
      pointer: `${pointer}/corrected`,
      expected: '`distortion`, an id of the vocabulary of distortions',
      hint: 'say what the text did to the claim, or take the correction out',
    });
  },
};
