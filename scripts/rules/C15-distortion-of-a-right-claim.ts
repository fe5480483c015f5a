// What was distorted is not borne out.
import { directionOf } from '../vocabulary/direction.ts';
import type { Rule } from './engine/rule.ts';

export const distortionOfARightClaim: Rule = {
  code: 'C15',
  title: 'A claim that holds was not distorted.',
  severity: 'warning',
  scope: 'claim',
  rationale: 'Either the distortion is too small to matter, and then it is none, or the verdict overlooks it.',
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
            replace: '    verdict: supported\n',
            by: '    distortion: wrong-number\n    verdict: supported\n',
          },
        ],
        at: 'wrong-number',
      },
    ],
  },
  check({ claim, pointer }, report, { vocabulary }, { file }) {
    const { distortion, verdict } = claim;
    if (distortion === null || verdict === null) return;
    if (directionOf(vocabulary.verdicts.get(verdict)) !== 'for') return;
    report({
      pointer: `${pointer}/distortion`,
      message: `\`${distortion}\` is noted, and the verdict is \`${verdict}\`.`,
      expected: 'null, or a verdict that the claim does not hold in full',
      found: distortion,
      hint: 'weigh again what the text did to the claim',
      related: [{ file, pointer: `${pointer}/verdict`, message: 'The verdict stands here.' }],
    });
  },
};
