// A wrong report of what somebody said or holds is the reporter's.
import { directionOf } from '../vocabulary/direction.ts';
import type { Rule } from './engine/rule.ts';

/** Types of claims that tell what somebody said or holds, so that the verdict is on the telling. */
const REPORTS: readonly string[] = ['statement', 'position'];

export const whoIsBlamed: Rule = {
  code: 'C12',
  title: 'A wrong report of what somebody said or holds is not put down to that somebody.',
  severity: 'warning',
  scope: 'claim',
  sparesImported: true,
  rationale:
    'Where the words of a person or an office are garbled, the text that garbles them answers for it. Without `asserted_by` the claimant is published as the author of the false sentence. Whoever did say it as it is worded is named there by the id.',
  examples: {
    good: [
      {
        why: 'The article answers for its report.',
        edits: [
          { replace: '    reported_by: null', by: '    asserted_by: article\n    reported_by: null' },
          { replace: 'type: numerical', by: 'type: statement' },
        ],
      },
      {
        why: 'The claimant said it in these words.',
        edits: [
          { replace: '    reported_by: null', by: '    asserted_by: aldport-council\n    reported_by: null' },
          { replace: 'type: numerical', by: 'type: statement' },
        ],
      },
    ],
    bad: [{ edits: [{ replace: 'type: numerical', by: 'type: statement' }], at: 'aldport-council' }],
  },
  check({ claim, pointer }, report, { vocabulary }) {
    const { claimant, asserted_by: asserter, type, verdict, status } = claim;
    if (asserter !== 'claimant' || claimant === null || claimant === 'article' || status === 'withdrawn') return;
    if (verdict === null || type === null || !REPORTS.includes(type)) return;
    const direction = directionOf(vocabulary.verdicts.get(verdict));
    if (direction !== 'against' && direction !== 'partly') return;
    report({
      pointer: `${pointer}/claimant`,
      message: `\`${claimant}\` would be published as the author of a claim that is \`${verdict}\`; a claim of the type \`${type}\` tells what somebody said or holds.`,
      expected: '`asserted_by` beside the claimant',
      found: claimant,
      hint: `write \`asserted_by: article\` where the article's wording is what is wrong, \`asserted_by: ${claimant}\` where the claimant said it so`,
    });
  },
};
