// The votes on a claim follow one version of the guidelines.
import type { Rule } from './engine/rule.ts';

export const guidelineVersions: Rule = {
  code: 'C09',
  title: 'The votes on a claim follow one version of the guidelines.',
  severity: 'warning',
  scope: 'claim',
  rationale:
    'People who follow different rules may differ without disagreeing, which agreement between them would hide.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            replace: 'date: 2024-05-09, guideline: "1" }',
            by: 'date: 2024-05-09, guideline: "1" }\n      - { annotator: a2, verdict: refuted, confidence: high, date: 2024-05-10, guideline: "2" }',
          },
          { replace: 'status: labelled', by: 'status: reviewed' },
        ],
        at: '"2"',
      },
    ],
  },
  check({ claim, pointer }, report, _, { file }) {
    const { annotations } = claim;
    for (let i = 1; i < annotations.length; i++) {
      const version = annotations[i]?.guideline;
      if (version === annotations[0]?.guideline) continue;
      report({
        pointer: `${pointer}/annotations/${i}/guideline`,
        message: 'This vote follows another version of the guidelines than the first.',
        expected: annotations[0]?.guideline ?? '',
        found: version ?? '',
        related: [{ file, pointer: `${pointer}/annotations/0/guideline`, message: 'The first vote follows this one.' }],
      });
      return;
    }
  },
};
