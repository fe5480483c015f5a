// The status says how many voted, and whether they agreed.
import type { Rule } from './engine/rule.ts';

export const statusVotes: Rule = {
  code: 'C06',
  title: 'The status agrees with the votes.',
  severity: 'error',
  scope: 'claim',
  sparesImported: true,
  rationale: 'labelled: one vote; reviewed: at least two people agree; adjudicated: votes that differed were settled.',
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
    const first = annotations[0];
    const voters =
      annotations.length < 2 ? annotations.length : new Set(annotations.map((vote) => vote.annotator)).size;
    const agreed = annotations.every((vote) => vote.verdict === first?.verdict);
    // Votes that differ from the verdict without a settlement are another rule's finding.
    if (status !== 'adjudicated' && (!agreed || (first !== undefined && first.verdict !== verdict))) return;
    const fitting = voters === 0 ? 'draft' : !agreed ? 'adjudicated' : voters === 1 ? 'labelled' : 'reviewed';
    if (fitting === status) return;
    report({
      pointer: `${pointer}/status`,
      message: `The status is \`${status}\`, but ${describeVotes(voters, agreed)}.`,
      expected: fitting,
      found: status,
      hint: `record the missing vote in \`annotations\`, or write \`${fitting}\``,
    });
  },
};

function describeVotes(voters: number, agreed: boolean): string {
  if (voters === 0) return 'nobody voted';
  if (!agreed) return 'the votes differ';
  return voters === 1 ? 'there is one vote' : `${voters} people agree`;
}
