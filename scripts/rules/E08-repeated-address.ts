// A page is given once as evidence of a claim.

import type { RawArticleEvidence } from '../schemas/generated/types.ts';
import { pageOf } from '../values/webPage.ts';
import type { Rule } from './engine/rule.ts';
import { forEachRepeat } from './measures/repeats.ts';

export const repeatedAddress: Rule = {
  code: 'E08',
  title: 'A page is given once as evidence of a claim.',
  severity: 'error',
  warnsOfImported: true,
  scope: 'claim',
  rationale: 'A page that is given twice looks like two pieces of evidence.',
  examples: {
    good: [
      {
        edits: [
          {
            replace: 'https://aldport.example.org/minutes/2024-05-01',
            by: 'https://aldport.example.org/ledger/2024?page=2',
          },
        ],
      },
    ],
    bad: [
      {
        edits: [
          {
            replace: 'https://aldport.example.org/minutes/2024-05-01',
            by: 'http://www.aldport.example.org/ledger/2024/',
          },
        ],
        at: 'http://www.aldport.example.org/ledger/2024/',
      },
    ],
  },
  check({ claim, pointer }, report, _, { file }) {
    const { evidence } = claim;
    if (evidence.length < 2) return;
    const pages = evidence.map(keyOf);
    forEachRepeat(pages, (i, other) => {
      report({
        pointer: `${pointer}/evidence/${i}/url`,
        message: 'The page is given twice.',
        expected: 'a page that the claim does not cite yet',
        found: evidence[i]?.url ?? '',
        hint: 'join the two pieces of evidence',
        related: [{ file, pointer: `${pointer}/evidence/${other}/url`, message: 'It is first given here.' }],
      });
    });
  },
};

/** A page may give several answers, and be cited sentence by sentence; what has no page is never the same. */
function keyOf({ url, question, answer, locator }: RawArticleEvidence, i: number): string {
  if (url === null && locator === null) return String(i);
  return question === null && answer === null && locator === null
    ? pageOf(url ?? '')
    : JSON.stringify([url === null ? null : pageOf(url), question, answer, locator?.page, locator?.sentence]);
}
