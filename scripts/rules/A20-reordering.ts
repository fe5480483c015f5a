// Nothing overrides the direction of writing.
import type { Rule } from './engine/rule.ts';

const OVERRIDE = /[\u202A-\u202E\u2066-\u2069]/g;
const MOST = 10;

export const reordering: Rule = {
  code: 'A20',
  title: 'Nothing overrides the direction of writing.',
  severity: 'error',
  scope: 'text',
  rationale:
    'Embeddings, overrides and isolates show a text in another order than it is stored in, so that a reviewer reads what is not there. Letters written from right to left and the marks that they need (U+200E, U+200F, U+061C) are allowed.',
  examples: {
    good: [{ edits: [{ replace: 'Bridge reopens', by: 'الجسر\u200F reopens' }] }],
    bad: [{ edits: [{ replace: 'Bridge reopens', by: 'Bridge \u202Esnepoer' }], at: '\u202E' }],
  },
  check({ text }, report) {
    OVERRIDE.lastIndex = 0;
    for (let match = OVERRIDE.exec(text), told = 0; match && told < MOST; match = OVERRIDE.exec(text), told++) {
      const code = match[0].charCodeAt(0).toString(16).toUpperCase();
      report({
        offsets: [match.index, match.index + 1],
        message: `U+${code} reorders the text around it.`,
        expected: 'text in its own order',
        found: `U+${code}`,
        hint: 'take it out',
      });
    }
  },
};
