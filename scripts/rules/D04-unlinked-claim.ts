// Claims of two articles with the same words name each other.
import type { Facts } from './engine/facts.ts';
import type { Rule } from './engine/rule.ts';
import { areLinked, clusterLiveClaims } from './measures/liveClaims.ts';

export const unlinkedClaim: Rule = {
  code: 'D04',
  title: 'Claims of two articles with the same words name each other in `same_as`.',
  severity: 'warning',
  scope: 'dataset',
  rationale:
    'Who splits the data for training must know which claims are one, or the test set leaks into the training set.',
  examples: {
    good: [
      { edits: [{ file: 'articles/herald-2024-05-03.md', replace: 'text: The bridge', by: 'text: The river bridge' }] },
    ],
    bad: [
      {
        edits: [
          { replace: 'same_as: [herald-2024-05-03-c01]', by: 'same_as: []' },
          { file: 'articles/herald-2024-05-03.md', replace: 'text: The bridge', by: 'text: The river bridge' },
          { file: 'articles/herald-2024-05-03.md', replace: 'same_as: [gazette-2024-05-02-c01]', by: 'same_as: []' },
        ],
        at: 'The river bridge at Aldport was closed for eleven days in April 2024.',
      },
    ],
  },
  check({ facts }, report) {
    forEachTwin(facts, (claim, other) => {
      const [verdict, otherVerdict] = [facts.verdict(claim), facts.verdict(other)];
      if (verdict !== otherVerdict && verdict !== null && otherVerdict !== null) return;
      report({
        file: facts.file(claim),
        pointer: `${facts.pointer(claim)}/text`,
        message: `\`${facts.id(claim)}\` says the same as \`${facts.id(other)}\`.`,
        expected: `\`same_as\` names ${facts.id(other)}`,
        hint: 'link the two claims, or tell them apart',
        related: [
          { file: facts.file(other), pointer: `${facts.pointer(other)}/text`, message: 'The other claim stands here.' },
        ],
      });
    });
  },
};

/**
 * Calls back for every live claim with the words of an earlier one that it is not linked with, of another article or of
 * its collection.
 */
export function forEachTwin(facts: Facts, visit: (claim: number, other: number) => void): void {
  const { live, twins } = facts;
  let clusters: ReturnType<typeof clusterLiveClaims> | undefined;
  for (const claim of live) {
    const other = twins[claim] as number;
    if (other < 0) continue;
    if (facts.file(other) === facts.file(claim) && !facts.articles.has(facts.articleOf(claim), 'collection')) continue;
    clusters ??= clusterLiveClaims(facts);
    if (!areLinked(clusters, facts.id(claim), facts.id(other))) visit(claim, other);
  }
}
