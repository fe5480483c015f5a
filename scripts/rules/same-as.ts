// same_as names other claims that are there, and that have the same verdict.
import type { ClaimFacts } from './facts.ts';
import type { Rule } from './rule.ts';

export const sameAs: Rule = {
  code: 'D02',
  title: '`same_as` names other, live claims with the same verdict.',
  severity: 'error',
  scope: 'dataset',
  rationale: 'Claims that say the same thing cannot be true in one article and false in another.',
  examples: {
    good: [
      {
        why: 'One side may name the other; the build closes the circle.',
        edits: [{ replace: 'same_as: [herald-2024-05-03-c01]', by: 'same_as: []' }],
      },
    ],
    bad: [
      {
        why: 'to itself',
        edits: [{ replace: 'same_as: [herald-2024-05-03-c01]', by: 'same_as: [gazette-2024-05-02-c01]' }],
        at: 'gazette-2024-05-02-c01',
      },
      {
        why: 'to nothing',
        edits: [{ replace: 'same_as: [herald-2024-05-03-c01]', by: 'same_as: [herald-2024-05-03-c11]' }],
        at: 'herald-2024-05-03-c11',
      },
    ],
  },
  check({ articles, unread }, report, { vocabulary }) {
    const known = new Map<string, { claim: ClaimFacts; file: string }>();
    for (const { file, claims } of articles)
      for (const claim of claims) if (!known.has(claim.id)) known.set(claim.id, { claim, file });
    // Where ids could not be read, or are another rule's finding, nobody knows what a name means.
    const lost = [
      ...unread,
      ...articles.flatMap(({ file, lost: some, claims }) =>
        some || claims.some(({ id }) => !isOfFile(id, file)) ? [file] : [],
      ),
    ];
    for (const { file, claims } of articles) {
      for (const claim of claims) {
        for (const [i, id] of claim.sameAs.entries()) {
          const place = { file, pointer: `${claim.pointer}/same_as/${i}`, found: id };
          const other = known.get(id);
          if (id === claim.id) report({ ...place, message: 'A claim names itself.', expected: 'another claim' });
          else if (!other && lost.some((name) => isOfFile(id, name))) continue;
          else if (!other) report({ ...place, message: `There is no claim \`${id}\`.`, expected: 'the id of a claim' });
          else if (other.claim.status === 'withdrawn') {
            report({
              ...place,
              message: `The claim \`${id}\` is withdrawn.`,
              expected: 'a claim that is not withdrawn',
              related: [
                { file: other.file, pointer: `${other.claim.pointer}/status`, message: 'It is withdrawn here.' },
              ],
            });
          } else if (
            bothJudged(claim, other.claim, vocabulary.verdicts) &&
            other.claim.verdict !== claim.verdict &&
            !(other.claim.sameAs.includes(claim.id) && other.claim.id < claim.id)
          ) {
            // Named from both sides it is still one contradiction: only the lesser id reports it.
            report({
              ...place,
              message: `\`${claim.id}\` is ${claim.verdict}, \`${id}\` is ${other.claim.verdict}.`,
              expected: 'claims that say the same thing have the same verdict',
              related: [
                { file: other.file, pointer: `${other.claim.pointer}/verdict`, message: 'The other verdict is here.' },
              ],
            });
          }
        }
      }
    }
  },
};

/** A verdict that nobody defined is its own finding, not also a contradiction. */
function bothJudged(a: ClaimFacts, b: ClaimFacts, known: ReadonlyMap<string, unknown>): boolean {
  return [a, b].every(
    ({ verdict, status, broken }) =>
      !broken && verdict !== null && known.has(verdict) && status !== 'draft' && status !== 'withdrawn',
  );
}

/** Whether a claim's id is one of the article in a file. */
function isOfFile(id: string, file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
  return id.startsWith(`${name}-c`);
}
