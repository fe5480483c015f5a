// Evidence answers a question that its claim asks.
import type { Rule } from './engine/rule.ts';
import { forEachRepeat } from './measures/repeats.ts';

const ASKED = '    questions:\n      - { id: q1, text: How long was the bridge closed? }\n    status: labelled';

export const question: Rule = {
  code: 'E13',
  title: 'A question is asked once in a claim, and evidence answers one that is asked there.',
  severity: 'error',
  scope: 'claim',
  rationale: 'It is published as `<claim-id>-<id>`; an answer to a question that nobody asked cannot be read.',
  examples: {
    good: [
      {
        edits: [
          { replace: '    status: labelled', by: ASKED },
          { replace: '        accessed: null', by: '        accessed: null\n        question: q1' },
        ],
      },
    ],
    bad: [
      { edits: [{ replace: '        accessed: null', by: '        accessed: null\n        question: q1' }], at: 'q1' },
      {
        edits: [
          {
            replace: '    status: labelled',
            by: ASKED.replace('    status', '      - { id: q1, text: Since when? }\n    status'),
          },
        ],
        at: 'q1',
      },
    ],
  },
  check({ claim, pointer }, report, _, { file }) {
    const ids = claim.questions.map(({ id }) => id);
    forEachRepeat(ids, (i, other) => {
      report({
        pointer: `${pointer}/questions/${i}/id`,
        message: `The id \`${ids[i]}\` is given twice.`,
        expected: 'an id that no other question of the claim has',
        found: ids[i] ?? '',
        related: [{ file, pointer: `${pointer}/questions/${other}/id`, message: 'It is first given here.' }],
      });
    });
    for (let i = 0; i < claim.evidence.length; i++) {
      const asked = claim.evidence[i]?.question ?? null;
      if (asked === null || ids.includes(asked)) continue;
      report({
        pointer: `${pointer}/evidence/${i}/question`,
        message: `The claim does not ask the question \`${asked}\`.`,
        expected: ids.length === 0 ? 'a question of the claim, and it has none' : `one of ${ids.join(', ')}`,
        found: asked,
      });
    }
  },
};
