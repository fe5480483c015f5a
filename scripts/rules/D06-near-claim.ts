// Claims that say nearly the same are linked, or worded apart.
import { findNearClaims, type Sketches } from '../claims/nearClaims.ts';
import { FEWEST_WORDS, NEAR } from '../values/words.ts';
import { type Facts, selectNumbers } from './engine/facts.ts';
import type { Rule } from './engine/rule.ts';
import { areLinked, clusterLiveClaims } from './measures/liveClaims.ts';

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
    const { numbers, ...sketches } = sketchesOf(facts);
    const partners = findNearClaims(sketches, NEAR);
    let clusters: ReturnType<typeof clusterLiveClaims> | undefined;
    for (let i = 0; i < partners.length; i++) {
      const partner = partners[i] as number;
      if (partner < 0) continue;
      const a = numbers[i] as number;
      const b = numbers[partner] as number;
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

/** The live claims of enough words. */
export function sketchesOf(facts: Facts): Sketches & { numbers: Int32Array } {
  const { live } = facts;
  const claims = selectNumbers(live.length, (i) => facts.countWords(live[i] as number) >= FEWEST_WORDS);
  const { length } = claims;
  const numbers = new Int32Array(length);
  const figures = new Int32Array(length);
  const counts = new Int32Array(length);
  const marks = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const claim = live[claims[i] as number] as number;
    numbers[i] = claim;
    figures[i] = facts.figures(claim);
    counts[i] = facts.countWords(claim);
    marks[i] = facts.marks(claim);
  }
  const readBand = (band: number, keys: Int32Array) => {
    for (let i = 0; i < length; i++) keys[i] = facts.band(numbers[i] as number, band);
  };
  const countShared = (a: number, b: number) => facts.countShared(numbers[a] as number, numbers[b] as number);
  return { claims, numbers, figures, counts, marks, readBand, countShared };
}
