// A file holds no control characters.
import type { Rule } from './engine/rule.ts';

// Tab and the line ends have rules of their own. Line and paragraph separators end a line for some readers and not for others.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the rule.
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\uFFFE\uFFFF]/g;

export const controlCharacter: Rule = {
  code: 'A19',
  title: 'A file holds no control characters.',
  severity: 'error',
  scope: 'text',
  rationale: 'They are invisible, break CSV and XML readers, and can command a terminal that shows them.',
  examples: {
    good: [
      { why: 'Every letter and sign is welcome.', edits: [{ replace: 'Bridge reopens', by: 'Міст знов відкрито 🌉' }] },
    ],
    bad: [{ edits: [{ replace: 'in autumn', by: 'in\u0007 autumn' }], at: '\u0007' }],
  },
  check({ text }, report) {
    CONTROL.lastIndex = 0;
    for (let match = CONTROL.exec(text), told = 0; match && told < MOST; match = CONTROL.exec(text), told++) {
      const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      report({
        offsets: [match.index, match.index + 1],
        message: `The control character U+${code} stands here.`,
        expected: 'visible text',
        found: `U+${code}`,
        hint: 'take it out',
      });
    }
  },
};

/** A file that is full of them is no text; more findings than these say nothing new. */
const MOST = 10;
