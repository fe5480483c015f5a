// A page is opened after it was published.
import { parseEdtf } from '../values/edtf.ts';
import type { Rule } from './engine/rule.ts';

export const openedEarly: Rule = {
  code: 'E12',
  title: 'A page is not opened before it was published.',
  severity: 'error',
  scope: 'evidence',
  rationale: 'One of the two days is wrong.',
  examples: {
    good: [{ edits: [{ replace: 'accessed: null', by: 'accessed: 2024-05-01' }] }],
    bad: [{ edits: [{ replace: 'accessed: null', by: 'accessed: 2024-04-01' }], at: '2024-04-01' }],
  },
  check({ evidence, evidencePointer }, report, _, { file }) {
    if (evidence.accessed === null || evidence.published === null) return;
    const first = parseEdtf(evidence.published)?.first ?? null;
    if (first === null || evidence.accessed >= first) return;
    report({
      pointer: `${evidencePointer}/accessed`,
      expected: `${evidence.published} or later`,
      found: evidence.accessed,
      related: [{ file, pointer: `${evidencePointer}/published`, message: 'It is said to be published then.' }],
    });
  },
};
