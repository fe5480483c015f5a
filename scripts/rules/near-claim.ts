// Claims that say nearly the same are linked, or worded apart.
import { FEWEST, findNearClaims, type Sketches } from '../claims/nearClaims.ts';
import type { Facts } from './facts.ts';
import { areLinked, clusterLiveClaims } from './live-claims.ts';
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
  check({ facts }, report) {
    const { live } = facts;
    const partners = findNearClaims(sketchesOf(facts), LEAST);
    let clusters: ReturnType<typeof clusterLiveClaims> | undefined;
    for (let i = 0; i < live.length; i++) {
      const partner = partners[i] as number;
      if (partner < 0) continue;
      const a = live[i] as number;
      const b = live[partner] as number;
      if (facts.haveSameWords(a, b)) continue;
      clusters ??= clusterLiveClaims(facts);
      const [id, other] = [facts.id(a), facts.id(b)];
      if (areLinked(clusters, id, other)) continue;
      const [verdict, otherVerdict] = [facts.verdict(a), facts.verdict(b)];
      const differ = verdict !== otherVerdict && verdict !== null && otherVerdict !== null;
      report({
        file: facts.file(a),
        pointer: `${facts.pointer(a)}/text`,
        message: `\`${id}\` says nearly the same as \`${other}\`${differ ? `, and is ${verdict}, not ${otherVerdict}` : ''}.`,
        expected: `\`same_as\` names ${other}, or other words`,
        hint: 'link the two claims, or say in each what the other does not',
        related: [
          { file: facts.file(b), pointer: `${facts.pointer(b)}/text`, message: 'The other claim stands here.' },
        ],
      });
    }
  },
};

/** The live claims as they are looked through. */
function sketchesOf(facts: Facts): Sketches {
  const { live } = facts;
  const at = (i: number) => live[i] as number;
  return {
    size: live.length,
    hasSketch: (i) => facts.countWords(at(i)) >= FEWEST,
    band: (i, band) => facts.band(at(i), band),
    figures: (i) => facts.figures(at(i)),
    overlap: (i, j) => {
      const shared = facts.countShared(at(i), at(j));
      return shared / (facts.countWords(at(i)) + facts.countWords(at(j)) - shared);
    },
  };
}
