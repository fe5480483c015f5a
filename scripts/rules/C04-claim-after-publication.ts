// A claim is not made after the article that reports it.
import { isAfter, parseEdtf } from '../values/edtf.ts';
import type { Rule } from './engine/rule.ts';

export const claimAfterPublication: Rule = {
  code: 'C04',
  title: 'A claim is not made after the article that reports it.',
  severity: 'error',
  scope: 'claim',
  rationale: 'An article cannot quote what has not been said yet: one of the two dates is wrong.',
  examples: {
    good: [
      {
        why: 'Precision that does not decide is no finding.',
        edits: [{ replace: 'claim_date: 2024-05-01', by: 'claim_date: 2024-05' }],
      },
    ],
    bad: [{ edits: [{ replace: 'claim_date: 2024-05-01', by: 'claim_date: 2024-05-03' }], at: '2024-05-03' }],
  },
  check({ claim, pointer }, report, _, { file, article }) {
    if (article.kind === 'collection' || claim.claim_date === null || article.published === null) return;
    // The same day in the same words needs no parsing, and is what most claims have.
    if (claim.claim_date === article.published) return;
    const made = parseEdtf(claim.claim_date);
    const published = parseEdtf(article.published);
    if (!made || !published || isAfter(made, published) !== true) return;
    report({
      pointer: `${pointer}/claim_date`,
      message: 'The claim is dated after the article.',
      expected: `${article.published} or earlier`,
      found: claim.claim_date,
      related: [{ file, pointer: '/published', message: 'The article is dated here.' }],
    });
  },
};
