// same_as names other claims that are there, and that have the same verdict.
import type { Facts } from './engine/facts.ts';
import type { Rule } from './engine/rule.ts';

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
  check({ facts, unread }, report, { vocabulary }) {
    let lost: readonly string[] | undefined;
    for (const [claim, names] of facts.listNaming()) {
      const [own, file] = [facts.id(claim), facts.file(claim)];
      for (const [i, id] of names.entries()) {
        const place = { file, pointer: `${facts.pointer(claim)}/same_as/${i}`, found: id };
        const other = facts.find(id);
        if (id === own) {
          report({ ...place, message: 'A claim names itself.', expected: 'another claim' });
        } else if (other < 0) {
          lost ??= [...unread, ...listUncertain(facts)];
          if (lost.some((name) => isOfFile(id, name))) continue;
          report({ ...place, message: `There is no claim \`${id}\`.`, expected: 'the id of a claim' });
        } else if (facts.status(other) === 'withdrawn') {
          report({
            ...place,
            message: `The claim \`${id}\` is withdrawn.`,
            expected: 'a claim that is not withdrawn',
            related: [
              {
                file: facts.file(other),
                pointer: `${facts.pointer(other)}/status`,
                message: 'It is withdrawn here.',
              },
            ],
          });
        } else if (
          isJudged(facts, claim, vocabulary.verdicts) &&
          isJudged(facts, other, vocabulary.verdicts) &&
          facts.verdict(other) !== facts.verdict(claim) &&
          !(facts.sameAs(other).includes(own) && id < own)
        ) {
          // Named from both sides it is still one contradiction: only the lesser id reports it.
          report({
            ...place,
            message: `\`${own}\` is ${facts.verdict(claim)}, \`${id}\` is ${facts.verdict(other)}.`,
            expected: 'claims that say the same thing have the same verdict',
            related: [
              {
                file: facts.file(other),
                pointer: `${facts.pointer(other)}/verdict`,
                message: 'The other verdict is here.',
              },
            ],
          });
        }
      }
    }
  },
};

/** Files of which ids could not be read, or are another rule's finding: nobody knows what a name of theirs means. */
function listUncertain(facts: Facts): string[] {
  return Array.from(facts.articles).flatMap(({ file, lost }, article) => {
    const [from, to] = facts.rangeOf(article);
    for (let claim = from; claim < to; claim++) if (!isOfFile(facts.id(claim), file)) return [file];
    return lost ? [file] : [];
  });
}

/** A verdict that nobody defined is its own finding, not also a contradiction. */
function isJudged(facts: Facts, claim: number, known: ReadonlyMap<string, unknown>): boolean {
  const verdict = facts.verdict(claim);
  return verdict !== null && known.has(verdict) && facts.isLive(claim) && facts.status(claim) !== 'draft';
}

/** Whether a claim's id is one of the article in a file. */
function isOfFile(id: string, file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
  return id.startsWith(`${name}-c`);
}
