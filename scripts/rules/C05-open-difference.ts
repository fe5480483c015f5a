// A vote differs from the verdict only where the difference is open, or was settled.

import { weighVotes } from '../claims/weighVotes.ts';
import type { Rule } from './engine/rule.ts';
import { sayCorrection } from './measures/correction.ts';

const FIRST = '- { annotator: a1, verdict: refuted, confidence: high, date: 2024-05-09, guideline: "1" }';
const SECOND = '- { annotator: a2, verdict: misleading, confidence: low, date: 2024-05-10, guideline: "1" }';

export const openDifference: Rule = {
  code: 'C05',
  title: 'A vote differs from the verdict only in a claim that is disputed or was adjudicated.',
  severity: 'error',
  scope: 'claim',
  sparesImported: true,
  rationale:
    'Votes are the record of what people judged; a verdict that departs from them without a settlement is nobody’s. A disputed claim has no verdict, or the one that more than half vote for.',
  examples: {
    good: [
      {
        edits: [
          { replace: FIRST, by: `${FIRST}\n      ${SECOND}` },
          { replace: 'status: labelled', by: 'status: adjudicated' },
        ],
      },
    ],
    bad: [
      {
        why: 'Nobody else has voted: a1 has judged anew, and says so, or the verdict is a slip.',
        edits: [{ replace: 'annotator: a1, verdict: refuted', by: 'annotator: a1, verdict: misleading' }],
        at: 'misleading',
      },
      {
        why: 'A second vote has come, and differs.',
        edits: [{ replace: FIRST, by: `${FIRST}\n      ${SECOND}` }],
        at: 'misleading',
      },
      {
        why: 'One votes for it, and one does not.',
        edits: [
          { replace: FIRST, by: `${FIRST}\n      ${SECOND}` },
          { replace: 'status: labelled', by: 'status: disputed' },
        ],
        at: 'refuted',
      },
    ],
  },
  check({ claim, pointer }, report, { vocabulary }, { file }) {
    const { status, verdict, annotations, adjudication } = claim;
    if (verdict === null || status === 'draft' || status === 'adjudicated' || status === 'withdrawn') return;
    // A verdict that nobody defined is a finding of its own, and no difference.
    if (!vocabulary.verdicts.has(verdict)) return;
    const { voters, agreed, majority } = weighVotes(annotations);
    if (status === 'disputed') {
      if (agreed || verdict === majority) return;
      report({
        pointer: `${pointer}/verdict`,
        message: `The votes differ and nobody has settled it, but the verdict is \`${verdict}\`.`,
        expected: majority === null ? 'null' : `null, or \`${majority}\`, which most vote for`,
        found: verdict,
        hint: 'write null until it is settled: the votes are published as they are',
      });
      return;
    }
    for (let i = 0; i < annotations.length; i++) {
      const vote = annotations[i];
      if (!vote || vote.verdict === verdict || !vocabulary.verdicts.has(vote.verdict)) continue;
      report({
        pointer: `${pointer}/annotations/${i}/verdict`,
        message: `${vote.annotator} votes \`${vote.verdict}\`, the verdict is \`${verdict}\`.`,
        expected: verdict,
        found: vote.verdict,
        hint:
          voters === 1
            ? sayCorrection(vote.annotator, vote.verdict, verdict, true)
            : agreed
              ? `all ${voters} vote for \`${vote.verdict}\`: the verdict is theirs, or another vote is missing`
              : 'set the status to `disputed` and the verdict to null, or settle it: status `adjudicated`, and `adjudication` says how',
        ...(agreed || adjudication === null
          ? {}
          : {
              fix: {
                title: 'write `adjudicated`',
                changes: [{ kind: 'set', pointer: `${pointer}/status`, value: 'adjudicated' }],
              },
            }),
        related: [{ file, pointer: `${pointer}/verdict`, message: 'The verdict stands here.' }],
      });
      return;
    }
  },
};
