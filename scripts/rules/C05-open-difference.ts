// A vote differs from the verdict only where the difference was settled.
import type { Rule } from './engine/rule.ts';

export const openDifference: Rule = {
  code: 'C05',
  title: 'A vote differs from the verdict only in a claim that was adjudicated.',
  severity: 'error',
  scope: 'claim',
  sparesImported: true,
  rationale:
    'Votes are the record of what people judged; a verdict that departs from them without a settlement is nobody’s.',
  examples: {
    good: [
      {
        edits: [
          {
            replace: '- { annotator: a1, verdict: refuted, confidence: high, date: 2024-05-09, guideline: "1" }',
            by: '- { annotator: a1, verdict: misleading, confidence: low, date: 2024-05-09, guideline: "1" }\n      - { annotator: a2, verdict: refuted, confidence: high, date: 2024-05-10, guideline: "1" }',
          },
          { replace: 'status: labelled', by: 'status: adjudicated' },
        ],
      },
    ],
    bad: [
      {
        edits: [{ replace: 'annotator: a1, verdict: refuted', by: 'annotator: a1, verdict: misleading' }],
        at: 'misleading',
      },
    ],
  },
  check({ claim, pointer }, report, { vocabulary }, { file }) {
    const { status, verdict, annotations } = claim;
    if (verdict === null || status === 'draft' || status === 'adjudicated' || status === 'withdrawn') return;
    // A verdict that nobody defined is a finding of its own, and no difference.
    if (!vocabulary.verdicts.has(verdict)) return;
    for (let i = 0; i < annotations.length; i++) {
      const vote = annotations[i];
      if (!vote || vote.verdict === verdict || !vocabulary.verdicts.has(vote.verdict)) continue;
      report({
        pointer: `${pointer}/annotations/${i}/verdict`,
        message: `${vote.annotator} votes \`${vote.verdict}\`, the verdict is \`${verdict}\`.`,
        expected: verdict,
        found: vote.verdict,
        hint: 'settle the difference and set the status to adjudicated; a vote is never changed to fit',
        related: [{ file, pointer: `${pointer}/verdict`, message: 'The verdict stands here.' }],
      });
      return;
    }
  },
};
