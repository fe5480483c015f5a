// Not all evidence contradicts the verdict.

import { countStances } from '../claims/stances.ts';
import { directionOf } from '../vocabulary/direction.ts';
import type { Rule } from './engine/rule.ts';

export const contradictedVerdict: Rule = {
  code: 'E02',
  title: 'A verdict is not contradicted by all its evidence.',
  severity: 'error',
  scope: 'claim',
  sparesImported: true,
  rationale: 'Where everything that decides points the other way, the verdict or a stance was mixed up.',
  examples: {
    good: [
      {
        why: 'Context decides nothing.',
        edits: [{ replace: 'stance: supports', by: 'stance: supports # the ledger itself' }],
      },
    ],
    bad: [
      { edits: [{ replace: 'stance: refutes', by: 'stance: supports' }], at: 'refuted' },
      { edits: [{ replace: 'stance: supports', by: 'stance: refutes' }], at: 'supported' },
    ],
  },
  check({ claim, pointer }, report, { vocabulary }, { file }) {
    if (claim.verdict === null || claim.status === 'withdrawn') return;
    const direction = directionOf(vocabulary.verdicts.get(claim.verdict));
    if (direction !== 'for' && direction !== 'against') return;
    const { supports, refutes } = countStances(claim.evidence);
    if (direction === 'for' ? supports > 0 || refutes === 0 : refutes > 0 || supports === 0) return;
    const stance = direction === 'for' ? 'refutes' : 'supports';
    const first = claim.evidence.findIndex((evidence) => evidence.stance === stance);
    report({
      pointer: `${pointer}/verdict`,
      message: `The verdict is \`${claim.verdict}\`, but all evidence that decides ${stance} the claim.`,
      expected: `evidence that ${direction === 'for' ? 'supports' : 'refutes'} the claim`,
      found: claim.verdict,
      related: [
        { file, pointer: `${pointer}/evidence/${first}/stance`, message: 'The first such stance stands here.' },
      ],
    });
  },
};
