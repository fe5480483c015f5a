// A difference between votes waits to be settled.
import { weighVotes } from '../claims/weighVotes.ts';
import type { Rule } from './engine/rule.ts';

const FIRST = '- { annotator: a1, verdict: refuted, confidence: high, date: 2024-05-09, guideline: "1" }';
const SECOND = '- { annotator: a2, verdict: misleading, confidence: low, date: 2024-05-10, guideline: "1" }';

export const disputed: Rule = {
  code: 'C17',
  title: 'A difference between votes waits to be settled.',
  severity: 'warning',
  scope: 'claim',
  rationale:
    'An open difference is honest and no fact-check: whoever uses the claim gets votes and mostly no verdict. A release waits until it is settled, or is told that it may hold such claims.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          { replace: FIRST, by: `${FIRST}\n      ${SECOND}` },
          { replace: 'status: labelled', by: 'status: disputed' },
          { replace: 'verdict: refuted\n', by: 'verdict: null\n' },
        ],
        at: 'disputed',
      },
    ],
  },
  check({ claim, pointer }, report, _, { file }) {
    const { status, verdict, annotations } = claim;
    if (status !== 'disputed') return;
    const { agreed, majority } = weighVotes(annotations);
    // A status or verdict that the votes do not bear out is another rule's finding.
    if (agreed || (verdict !== null && verdict !== majority)) return;
    const votes = annotations.map((vote) => `${vote.annotator} \`${vote.verdict}\``).join(', ');
    report({
      pointer: `${pointer}/status`,
      message: `The votes differ, and nobody has settled it: ${votes}.`,
      expected: 'a settlement',
      found: status,
      hint: '`npm run settle` does it: a verdict, a justification, status `adjudicated`, and `adjudication` says what decided',
      related: annotations.map(({ annotator }, i) => ({
        file,
        pointer: `${pointer}/annotations/${i}/verdict`,
        message: `${annotator} votes here.`,
      })),
    });
  },
};
