// Claims that say nearly the same are linked, or worded apart.
import { findNearClaims } from '../claims/nearClaims.ts';
import { areLinked, clusterLiveClaims, listLiveClaims } from './live-claims.ts';
import type { Rule } from './rule.ts';

/** Share of words that two claims have in common. */
const LEAST = 0.8;

export const nearClaim: Rule = {
  code: 'D06',
  title: 'Claims that say nearly the same are linked by `same_as`, or worded apart.',
  severity: 'warning',
  scope: 'dataset',
  rationale:
    'Near doubles leak from training to test data and tend to get different verdicts. Claims with other numbers are other claims.',
  examples: {
    good: [
      {
        why: 'another number',
        edits: [
          { replace: 'same_as: [herald-2024-05-03-c01]', by: 'same_as: []' },
          {
            file: 'articles/herald-2024-05-03.md',
            replace: 'text: The bridge at Aldport was closed for eleven days in April 2024',
            by: 'text: The bridge at Aldport was closed for eleven days in April 2023',
          },
          { file: 'articles/herald-2024-05-03.md', replace: 'same_as: [gazette-2024-05-02-c01]', by: 'same_as: []' },
        ],
      },
    ],
    bad: [
      {
        edits: [
          { replace: 'same_as: [herald-2024-05-03-c01]', by: 'same_as: []' },
          { file: 'articles/herald-2024-05-03.md', replace: 'same_as: [gazette-2024-05-02-c01]', by: 'same_as: []' },
        ],
        at: 'The bridge at Aldport was closed for eleven days in April 2024.',
      },
    ],
  },
  check({ articles }, report) {
    const live = listLiveClaims(articles);
    const partners = findNearClaims(
      live.map(({ claim }) => claim),
      LEAST,
    );
    let clusters: ReturnType<typeof clusterLiveClaims> | undefined;
    partners.forEach((partner, i) => {
      const a = live[i];
      const b = live[partner];
      if (!a || !b || a.claim.wording === b.claim.wording) return;
      clusters ??= clusterLiveClaims(live);
      if (areLinked(clusters, a.claim.id, b.claim.id)) return;
      const differ = a.claim.verdict !== b.claim.verdict && a.claim.verdict !== null && b.claim.verdict !== null;
      report({
        file: a.file,
        pointer: `${a.claim.pointer}/text`,
        message: `\`${a.claim.id}\` says nearly the same as \`${b.claim.id}\`${differ ? `, and is ${a.claim.verdict}, not ${b.claim.verdict}` : ''}.`,
        expected: `\`same_as\` names ${b.claim.id}, or other words`,
        hint: 'link the two claims, or say in each what the other does not',
        related: [{ file: b.file, pointer: `${b.claim.pointer}/text`, message: 'The other claim stands here.' }],
      });
    });
  },
};
