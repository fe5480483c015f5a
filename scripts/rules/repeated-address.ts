// A page is given once as evidence of a claim.
import type { Rule } from './rule.ts';

export const repeatedAddress: Rule = {
  code: 'E08',
  title: 'A page is given once as evidence of a claim.',
  severity: 'error',
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
    const first = new Map<string, number>();
    for (let i = 0; i < evidence.length; i++) {
      const url = evidence[i]?.url ?? '';
      const page = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/(?=$|[?#])/, '');
      const other = first.get(page);
      if (other === undefined) {
        first.set(page, i);
        continue;
      }
      report({
        pointer: `${pointer}/evidence/${i}/url`,
        message: 'The page is given twice.',
        expected: 'a page that the claim does not cite yet',
        found: url,
        hint: 'join the two pieces of evidence',
        related: [{ file, pointer: `${pointer}/evidence/${other}/url`, message: 'It is first given here.' }],
      });
    }
  },
};
