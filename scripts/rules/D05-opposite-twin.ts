// Claims with the same words have the same verdict.

import { forEachTwin } from './D04-unlinked-claim.ts';
import type { Rule } from './engine/rule.ts';

export const oppositeTwin: Rule = {
  code: 'D05',
  title: 'Claims with the same words have the same verdict.',
  severity: 'error',
  scope: 'dataset',
  rationale:
    'One sentence cannot be true in one article and false in another; whoever trains on the data would learn both.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          { replace: 'same_as: [herald-2024-05-03-c01]', by: 'same_as: []' },
          { file: 'articles/herald-2024-05-03.md', replace: 'text: The bridge', by: 'text: The river bridge' },
          { file: 'articles/herald-2024-05-03.md', replace: 'same_as: [gazette-2024-05-02-c01]', by: 'same_as: []' },
          { file: 'articles/herald-2024-05-03.md', replace: 'verdict: refuted\n', by: 'verdict: misleading\n' },
          { file: 'articles/herald-2024-05-03.md', replace: 'a1, verdict: refuted', by: 'a1, verdict: misleading' },
        ],
        at: 'misleading',
      },
    ],
  },
  check({ facts }, report) {
    forEachTwin(facts, (claim, other) => {
      const [verdict, otherVerdict] = [facts.verdict(claim), facts.verdict(other)];
      if (verdict === otherVerdict || verdict === null || otherVerdict === null) return;
      report({
        file: facts.file(claim),
        pointer: `${facts.pointer(claim)}/verdict`,
        message: `\`${facts.id(claim)}\` is ${verdict}, \`${facts.id(other)}\` in the same words is ${otherVerdict}.`,
        expected: otherVerdict,
        found: verdict,
        hint: 'settle the verdict and link the claims with `same_as`, or word them apart',
        related: [
          {
            file: facts.file(other),
            pointer: `${facts.pointer(other)}/verdict`,
            message: 'The other verdict stands here.',
          },
        ],
      });
    });
  },
};
