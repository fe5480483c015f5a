// An evidence id is given once in a claim.

import type { Rule } from './engine/rule.ts';
import { forEachRepeat } from './measures/repeats.ts';

export const evidenceId: Rule = {
  code: 'E11',
  title: 'An evidence id is given once in a claim.',
  severity: 'error',
  scope: 'claim',
  rationale: 'It is published as `<claim-id>-<id>`; two pieces with one id cannot be told apart.',
  examples: {
    good: [
      {
        why: 'Ids need not follow each other: one that was dropped is not given again.',
        edits: [{ replace: '- id: e2', by: '- id: e3' }],
      },
    ],
    bad: [{ edits: [{ replace: '- id: e2', by: '- id: e1' }], at: 'e1' }],
  },
  check({ claim, pointer }, report, _, { file }) {
    const { evidence } = claim;
    if (evidence.length < 2) return;
    const ids = evidence.map(({ id }) => id);
    forEachRepeat(ids, (i, first) => {
      const id = ids[i] ?? '';
      report({
        pointer: `${pointer}/evidence/${i}/id`,
        message: `\`${id}\` is given twice.`,
        expected: 'an id that no other evidence of the claim has',
        found: id,
        related: [{ file, pointer: `${pointer}/evidence/${first}/id`, message: 'It is first given here.' }],
      });
    });
  },
};
