// A verdict rests on evidence.
import { isPublished } from '../claims/status.ts';
import { directionOf } from '../vocabulary/direction.ts';
import type { Rule } from './rule.ts';

const REMOVED =
  '    evidence:\n      - id: e1\n        url: https://harbour.example.org/log/2024-04\n        archive_url: null\n        title: Log of closures, April 2024\n        publisher: Aldport Harbour Office\n        origin: aldport-harbour-office\n        published: 2024-04-30\n        published_basis: page\n        accessed: null\n        stance: refutes\n        shows: The office logged a closure of three days.\n        quote: closed 9 to 11 April\n';

export const withoutEvidence: Rule = {
  code: 'E01',
  title: 'A verdict rests on evidence.',
  severity: 'error',
  scope: 'claim',
  rationale: 'A verdict that cites nothing is an opinion. Where nothing was found, the verdict says so (not enough evidence), and what cannot be checked needs none.',
  examples: {
    good: [
      {
        edits: [
          { replace: REMOVED, by: '    evidence: []\n' },
          { replace: 'verdict: refuted\n', by: 'verdict: not_enough_evidence\n' },
          { replace: 'a1, verdict: refuted', by: 'a1, verdict: not_enough_evidence' },
          { replace: 'same_as: [herald-2024-05-03-c01]', by: 'same_as: []' },
          { file: 'articles/herald-2024-05-03.md', replace: 'same_as: [gazette-2024-05-02-c01]', by: 'same_as: []' },
        ],
      },
    ],
    bad: [{ edits: [{ replace: REMOVED, by: '    evidence: []\n' }], at: 'refuted' }],
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
