// Claims of two articles with the same words name each other.
import { areLinked, clusterLiveClaims, type LiveClaim, listLiveClaims } from './live-claims.ts';
import type { Rule } from './rule.ts';

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
  check({ articles }, report) {
    forEachTwin(articles, ({ file, claim }, other) => {
      if (claim.verdict !== other.claim.verdict && claim.verdict !== null && other.claim.verdict !== null) return;
      report({
        file,
        pointer: `${claim.pointer}/text`,
        message: `\`${claim.id}\` says the same as \`${other.claim.id}\`.`,
        expected: `\`same_as\` names ${other.claim.id}`,
        hint: 'link the two claims, or tell them apart',
        related: [
          { file: other.file, pointer: `${other.claim.pointer}/text`, message: 'The other claim stands here.' },
        ],
      });
    });
  },
};

/** Calls back for every live claim with the words of an earlier one of another article that it is not linked with. */
export function forEachTwin(
  articles: Parameters<typeof listLiveClaims>[0],
  visit: (claim: LiveClaim, other: LiveClaim) => void,
): void {
  const live = listLiveClaims(articles);
  const first = new Map<string, LiveClaim>();
  const twins: [LiveClaim, LiveClaim][] = [];
  for (const claim of live) {
    const other = first.get(claim.claim.wording);
    if (!other) first.set(claim.claim.wording, claim);
    else if (other.file !== claim.file) twins.push([claim, other]);
  }
  if (twins.length === 0) return;
  const clusters = clusterLiveClaims(live);
  for (const [claim, other] of twins) if (!areLinked(clusters, claim.claim.id, other.claim.id)) visit(claim, other);
}
