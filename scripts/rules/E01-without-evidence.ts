// A verdict rests on evidence.
import { isPublished } from '../claims/status.ts';
import { directionOf } from '../vocabulary/direction.ts';
import type { Rule } from './engine/rule.ts';

const REMOVED =
  '    evidence:\n      - id: e1\n        url: https://aldport.example.org/ledger/2024\n        archive_url: null\n        title: Ledger of works 2024\n        publisher: Aldport Council\n        origin: aldport-council\n        published: 2024-05-06\n        published_basis: page\n        accessed: null\n        stance: supports\n        shows: The ledger enters 39,870 for the repair and 60,000 set aside.\n        quote: null\n      - id: e2\n        url: https://aldport.example.org/minutes/2024-05-01\n        archive_url: null\n        title: Minutes of the meeting of 1 May 2024\n        publisher: Aldport Council\n        origin: aldport-council\n        published: 2024-05-03\n        published_basis: page\n        accessed: null\n        stance: context\n        shows: The mayor gave the figure at the meeting of 1 May.\n        quote: 40,000 of the 60,000\n';

export const withoutEvidence: Rule = {
  code: 'E01',
  title: 'A verdict rests on evidence.',
  severity: 'error',
  scope: 'claim',
  sparesImported: true,
  rationale:
    'A verdict that cites nothing is an opinion. Where nothing was found, the verdict says so (not enough evidence), and what cannot be checked needs none.',
  examples: {
    good: [
      {
        edits: [
          { replace: REMOVED, by: '    evidence: []\n' },
          { replace: 'verdict: supported\n', by: 'verdict: not_enough_evidence\n' },
          { replace: 'a1, verdict: supported', by: 'a1, verdict: not_enough_evidence' },
        ],
      },
    ],
    bad: [{ edits: [{ replace: REMOVED, by: '    evidence: []\n' }], at: 'supported' }],
  },
  check({ claim, pointer }, report, { vocabulary }) {
    if (claim.evidence.length > 0 || claim.verdict === null || !isPublished(claim)) return;
    const direction = directionOf(vocabulary.verdicts.get(claim.verdict));
    if (direction === null || direction === 'open') return;
    report({
      pointer: `${pointer}/verdict`,
      message: `The verdict is \`${claim.verdict}\`, and no evidence is given.`,
      expected: 'at least one piece of evidence',
      found: claim.verdict,
      hint: 'add the evidence, or judge that there is not enough',
    });
  },
};
