// An address names a page and not the way to it.
import { forEachAddress } from '../article/addresses.ts';
import { dropTracking, isTracked } from '../values/webPage.ts';
import type { Rule } from './engine/rule.ts';

export const tracking: Rule = {
  code: 'E04',
  title: 'An address holds no tracking parameters.',
  severity: 'warning',
  scope: 'article',
  rationale: 'They say where a reader came from, make one page look like two, and may lead back to a person.',
  examples: {
    good: [{ edits: [{ replace: 'log/2024-04', by: 'log?month=2024-04' }] }],
    bad: [
      {
        edits: [{ replace: 'log/2024-04', by: 'log?month=4&utm_source=letter&fbclid=abc#top' }],
        at: 'https://harbour.example.org/log?month=4&utm_source=letter&fbclid=abc#top',
      },
      { edits: [{ replace: 'bridge-reopens', by: 'bridge-reopens?utm_medium=mail' }], at: 'utm_medium' },
    ],
  },
  check(subject, report) {
    forEachAddress(subject, (address, pointer) => {
      if (!isTracked(address)) return;
      const value = dropTracking(address);
      report({
        pointer,
        expected: value,
        found: address,
        hint: 'the address without them leads to the same page',
        fix: { title: 'take the tracking parameters out', changes: [{ kind: 'set', pointer, value }] },
      });
    });
  },
};
