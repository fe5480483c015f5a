// The stances of the evidence fit the verdict.

import { countStances } from '../claims/stances.ts';
import { isPublished } from '../claims/status.ts';
import { type Direction, directionOf } from '../vocabulary/direction.ts';
import type { Rule } from './engine/rule.ts';

export const fittingStances: Rule = {
  code: 'E03',
  title: 'The stances of the evidence fit the verdict.',
  severity: 'warning',
  scope: 'claim',
  sparesImported: true,
  rationale:
    'A claim that holds in full is supported by something and refuted by nothing; one that is false is refuted by something; a conflict has two sides; what is partly right is not supported alone; and where evidence decides to one side, there was enough of it.',
  examples: {
    good: [
      {
        edits: [
          { replace: 'verdict: supported\n', by: 'verdict: misleading\n' },
          { replace: 'a1, verdict: supported', by: 'a1, verdict: misleading' },
          { replace: 'stance: context', by: 'stance: refutes' },
        ],
      },
    ],
    bad: [
      {
        why: 'supported by context alone',
        edits: [{ replace: 'stance: supports', by: 'stance: context' }],
        at: 'supported',
      },
      {
        why: 'supported, and yet refuted',
        edits: [{ replace: 'stance: context', by: 'stance: refutes' }],
        at: 'supported',
      },
      {
        why: 'a conflict with one side',
        edits: [
          { replace: 'verdict: supported\n', by: 'verdict: conflicting\n' },
          { replace: 'a1, verdict: supported', by: 'a1, verdict: conflicting' },
        ],
        at: 'conflicting',
      },
      {
        why: 'undecided, although everything points one way',
        edits: [
          { replace: 'verdict: supported\n', by: 'verdict: not_enough_evidence\n' },
          { replace: 'a1, verdict: supported', by: 'a1, verdict: not_enough_evidence' },
        ],
        at: 'not_enough_evidence',
      },
    ],
  },
  check({ claim, pointer }, report, { vocabulary }) {
    if (claim.verdict === null || claim.evidence.length === 0 || !isPublished(claim)) return;
    const direction = directionOf(vocabulary.verdicts.get(claim.verdict));
    if (direction === null) return;
    const { supports, refutes } = countStances(claim.evidence);
    const expected = missing(direction, supports, refutes);
    if (expected === null) return;
    report({
      pointer: `${pointer}/verdict`,
      message: `The verdict is \`${claim.verdict}\`; ${supports} of ${claim.evidence.length} pieces of evidence support the claim, ${refutes} refute it.`,
      expected,
      found: claim.verdict,
      hint: 'look again at the stances and at the verdict',
    });
  },
};

/**
 * What the verdict calls for and the evidence lacks; null where they fit, or where all of it contradicts (an error of
 * its own).
 */
function missing(direction: Direction, supports: number, refutes: number): string | null {
  switch (direction) {
    case 'for':
      if (supports > 0) return refutes > 0 ? 'evidence that does not refute the claim' : null;
      return refutes === 0 ? 'evidence that supports the claim' : null;
    case 'against':
      return supports === 0 && refutes === 0 ? 'evidence that refutes the claim' : null;
    case 'both':
      return supports > 0 && refutes > 0 ? null : 'evidence on both sides';
    case 'partly':
      return refutes > 0 ? null : 'evidence of what is wrong with the claim';
    case 'open':
      return supports > 0 === refutes > 0 ? null : 'evidence that does not decide';
  }
}
