// Two claims of one article with the same words are one claim.
import type { Facts } from './engine/facts.ts';
import type { Rule } from './engine/rule.ts';

export const duplicateClaim: Rule = {
  code: 'D03',
  title: 'A claim is made once in an article.',
  severity: 'error',
  scope: 'dataset',
  rationale: 'Doubles count twice in every statistic, and sooner or later get different verdicts.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            replace: 'text: The repair of the bridge at Aldport cost 40,000 of the 60,000 that had been set aside.',
            by: 'text: The river bridge at Aldport was closed for eleven days in April, 2024.',
          },
        ],
        at: 'The river bridge at Aldport was closed for eleven days in April, 2024.',
      },
    ],
  },
  check({ facts }, report) {
    const { live, twins } = facts;
    for (const claim of live) {
      // A collection holds what others chose; there the same words are twins, as those of two articles are.
      if (facts.articles.has(facts.articleOf(claim), 'collection')) continue;
      // Only what has a twin anywhere can have one in its article.
      const other = twins[claim] === -1 ? -1 : findInArticle(facts, claim);
      if (other < 0) continue;
      const file = facts.file(claim);
      report({
        file,
        pointer: `${facts.pointer(claim)}/text`,
        message: `\`${facts.id(claim)}\` says the same as \`${facts.id(other)}\`.`,
        expected: 'a claim that no other claim of the article makes',
        related: [{ file, pointer: `${facts.pointer(other)}/text`, message: 'The other claim stands here.' }],
      });
    }
  },
};

/** The first live claim before a claim in its article that has the same words, or -1. */
function findInArticle(facts: Facts, claim: number): number {
  const [from] = facts.rangeOf(facts.articleOf(claim));
  for (let other = from; other < claim; other++)
    if (facts.isLive(other) && facts.haveSameWords(other, claim)) return other;
  return -1;
}
