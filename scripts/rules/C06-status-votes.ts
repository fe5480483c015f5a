// The status says how many voted, and whether they agreed.
import { weighVotes } from '../claims/weighVotes.ts';
import type { Rule } from './engine/rule.ts';
import { sayCorrection } from './measures/correction.ts';

export const statusVotes: Rule = {
  code: 'C06',
  title: 'The status agrees with the votes.',
  severity: 'error',
  scope: 'claim',
  sparesImported: true,
  rationale:
    'labelled: one vote; reviewed: at least two people agree; disputed: their votes differ; adjudicated: votes that differed were settled.',
  examples: {
    good: [
      {
        edits: [
          {
            replace: 'date: 2024-05-09, guideline: "1" }',
            by: 'date: 2024-05-09, guideline: "1" }\n      - { annotator: a2, verdict: refuted, confidence: high, date: 2024-05-10, guideline: "1" }',
          },
          { replace: 'status: labelled', by: 'status: reviewed' },
        ],
      },
    ],
    bad: [
      { edits: [{ replace: 'status: labelled', by: 'status: reviewed' }], at: 'reviewed' },
      { edits: [{ replace: 'status: labelled', by: 'status: adjudicated' }], at: 'adjudicated' },
      { edits: [{ replace: 'status: labelled', by: 'status: disputed' }], at: 'disputed' },
      {
        edits: [
          {
            replace:
              'annotations:\n      - { annotator: a1, verdict: refuted, confidence: high, date: 2024-05-09, guideline: "1" }',
            by: 'annotations: []',
          },
        ],
        at: 'labelled',
      },
    ],
  },
  check({ claim, pointer }, report, { vocabulary }) {
    const { status, verdict, annotations } = claim;
    if (status === 'draft' || status === 'withdrawn') return;
    if (!annotations.every((vote) => vocabulary.verdicts.has(vote.verdict))) return;
    const { voters, agreed } = weighVotes(annotations);
    const first = annotations[0];
    const isOpen = status === 'disputed' || status === 'adjudicated';
    const differs = !agreed || (first !== undefined && first.verdict !== verdict);
    // Votes that differ from a verdict without a settlement are another rule's finding.
    if (verdict !== null && !isOpen && differs) return;
    if (isOpen && !agreed && voters > 1) return;
    // One person's votes that differ are another rule's finding too.
    if (!agreed && voters === 1) return;
    const fitting = voters === 0 ? 'draft' : !agreed ? 'disputed' : voters === 1 ? 'labelled' : 'reviewed';
    if (fitting === status) return;
    const isCorrected = voters === 1 && first !== undefined && verdict !== null && first.verdict !== verdict;
    report({
      pointer: `${pointer}/status`,
      message: `The status is \`${status}\`, but ${describeVotes(voters, agreed)}.`,
      expected: fitting,
      found: status,
      hint: isCorrected
        ? `write \`${fitting}\`; ${sayCorrection(first.annotator, first.verdict, verdict, true)}`
        : `record the missing vote in \`annotations\`, or write \`${fitting}\``,
      // More votes than the status tells of are there for all to see; fewer may be one that was forgotten.
      ...(status === 'labelled' && fitting === 'reviewed'
        ? {
            fix: {
              title: `write \`${fitting}\``,
              changes: [{ kind: 'set', pointer: `${pointer}/status`, value: fitting }],
            },
          }
        : {}),
    });
  },
};

function describeVotes(voters: number, agreed: boolean): string {
  if (voters === 0) return 'nobody voted';
  if (!agreed) return 'the votes differ';
  return voters === 1 ? 'there is one vote' : `${voters} people agree`;
}
