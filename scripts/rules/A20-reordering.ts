// Nothing overrides the direction of writing.
import { nameSign } from '../values/invisible.ts';
import { OVERRIDE } from '../values/refusedSigns.ts';
import { walkTexts } from '../values/walkTexts.ts';
import { mayHoldEscapes } from './engine/oddSigns.ts';
import type { Rule } from './engine/rule.ts';

const OVERRIDES = new RegExp(OVERRIDE, 'g');
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
    bad: [
      { edits: [{ replace: 'Bridge reopens', by: 'Bridge \u202Esnepoer' }], at: '\u202E' },
      {
        why: 'As an escape.',
        edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title: "Bridge \\u202esnepoer"' }],
        at: 'Bridge \\u202esnepoer',
      },
    ],
  },
  check({ text, yaml, value }, report) {
    OVERRIDES.lastIndex = 0;
    let told = 0;
    for (let match = OVERRIDES.exec(text); match && told < MOST; match = OVERRIDES.exec(text), told++) {
      report({
        offsets: [match.index, match.index + 1],
        message: `${nameSign(match[0])} reorders the text around it.`,
        expected: 'text in its own order',
        found: nameSign(match[0]),
        hint: 'take it out',
      });
    }
    if (told > 0 || !mayHoldEscapes(yaml)) return;
    walkTexts(value, (read, pointer) => {
      const [sign] = OVERRIDE.exec(read) ?? [];
      if (sign === undefined || told++ >= MOST) return;
      report({
        pointer: pointer(),
        message: `An escape brings in ${nameSign(sign)}, which reorders the text around it.`,
        expected: 'text in its own order',
        found: nameSign(sign),
        hint: 'take the escape out',
      });
    });
  },
};
