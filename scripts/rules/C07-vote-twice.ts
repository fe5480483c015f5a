// A person votes once on a claim.

import type { Rule } from './engine/rule.ts';
import { sayCorrection } from './measures/correction.ts';
import { forEachRepeat } from './measures/repeats.ts';

export const voteTwice: Rule = {
  code: 'C07',
  title: 'A person votes once on a claim.',
  severity: 'error',
  scope: 'claim',
  rationale: 'Agreement is measured between people; two votes of one would agree or differ with themselves.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            replace: 'date: 2024-05-09, guideline: "1" }',
            by: 'date: 2024-05-09, guideline: "1" }\n      - { annotator: a1, verdict: refuted, confidence: high, date: 2024-05-10, guideline: "1" }',
          },
        ],
        at: 'a1',
      },
    ],
  },
  check({ claim, pointer }, report, _, { file }) {
    const { annotations } = claim;
    if (annotations.length < 2) return;
    const names = annotations.map(({ annotator }) => annotator);
    forEachRepeat(names, (i, first) => {
      const name = names[i] ?? '';
      const [before, now] = [annotations[first]?.verdict ?? '', annotations[i]?.verdict ?? ''];
      const isAlone = names.every((one) => one === name);
      report({
        pointer: `${pointer}/annotations/${i}/annotator`,
        message: `${name} votes twice.`,
        expected: 'another annotator',
        found: name,
        hint: `keep one of the two${before === now ? '' : `; ${sayCorrection(name, before, now, isAlone)}`}`,
        related: [
          { file, pointer: `${pointer}/annotations/${first}/annotator`, message: 'The first vote stands here.' },
        ],
      });
    });
  },
};
