// A file does not begin with a byte order mark.
import type { Rule } from './engine/rule.ts';

export const byteOrderMark: Rule = {
  code: 'A16',
  title: 'A file does not begin with a byte order mark.',
  severity: 'error',
  scope: 'text',
  rationale: 'UTF-8 needs no such mark; many readers take it for a letter of the first key.',
  examples: {
    good: [{ why: 'The file begins with its first sign.', edits: [] }],
    bad: [{ edits: [{ replace: '---\nid', by: '\uFEFF---\nid' }], at: '\uFEFF' }],
  },
  check({ text }, report) {
    if (!text.startsWith('\uFEFF')) return;
    report({
      offsets: [0, 1],
      expected: 'the first sign of the text',
      found: 'U+FEFF',
      hint: 'save the file as UTF-8 without a byte order mark',
      fix: { title: 'take the mark out', changes: [{ kind: 'splice', offsets: [0, 1], text: '' }] },
    });
  },
};
