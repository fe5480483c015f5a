// An address holds no name and password.
import { forEachAddress } from '../article/addresses.ts';
import type { Rule } from './engine/rule.ts';

const CREDENTIALS = /^https?:\/\/[^/?#]*@/i;

export const credentials: Rule = {
  code: 'E05',
  title: 'An address holds no name and no password.',
  severity: 'error',
  scope: 'article',
  rationale: 'They would be published, and what stands before the `@` can pass for the site.',
  examples: {
    good: [{ edits: [{ replace: 'log/2024-04', by: 'log/@harbour/2024-04' }] }],
    bad: [
      {
        edits: [{ replace: 'https://harbour.example.org', by: 'https://ada:secret@harbour.example.org' }],
        at: 'https://ada:secret@harbour.example.org/log/2024-04',
      },
    ],
  },
  check(subject, report) {
    forEachAddress(subject, (address, pointer) => {
      if (!address.includes('@') || !CREDENTIALS.test(address)) return;
      report({
        pointer,
        expected: 'an address without `…@`',
        found: address,
        hint: 'take the part before the host out',
      });
    });
  },
};
