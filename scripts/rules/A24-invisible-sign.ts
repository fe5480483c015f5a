// No text of ours holds a sign that nobody sees.
import { dropInvisible, findInvisible } from '../values/invisible.ts';
import { walkTexts } from '../values/walkTexts.ts';
import type { Rule } from './engine/rule.ts';

export const invisibleSign: Rule = {
  code: 'A24',
  title: 'No text of ours holds a sign that nobody sees.',
  severity: 'error',
  warnsOfImported: true,
  scope: 'text',
  rationale:
    'A zero width space or a soft hyphen makes a word another word to every search, comparison and join, and nobody can see why. Joiners that scripts and emoji need (U+200C, U+200D) are allowed; words of others are judged by Q10.',
  examples: {
    good: [
      { why: 'Joiners carry meaning.', edits: [{ replace: 'Bridge reopens', by: 'Bridge 👩\u200D🔧 می\u200Cخواهم' }] },
    ],
    bad: [
      {
        edits: [{ replace: 'text: The river bridge', by: 'text: The river bri\u200Bdge' }],
        at: 'The river bri\u200Bdge at Aldport was closed for eleven days in April 2024.',
      },
      {
        why: 'As an escape.',
        edits: [{ replace: 'claimant_role: Mayor of Aldport', by: 'claimant_role: "May\\u00ador of Aldport"' }],
        at: '"May\\u00ador of Aldport"',
      },
    ],
  },
  check({ value }, report) {
    walkTexts(value, (text, pointer) => {
      const sign = findInvisible(text);
      if (sign === null || isOfOthers(pointer())) return;
      report({
        pointer: pointer(),
        message: `${sign} stands in this text, and nobody sees it.`,
        expected: 'signs that can be seen',
        found: text,
        hint: 'take it out',
        fix: {
          title: `take ${sign} out`,
          changes: [{ kind: 'set', pointer: pointer(), value: dropInvisible(text) }],
        },
      });
    });
  },
};

/** Titles, bylines and quotations are as others wrote them. */
function isOfOthers(pointer: string): boolean {
  return /\/(?:title|quote|authors\/\d+)$/.test(pointer);
}
