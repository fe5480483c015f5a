// A file holds no control characters, as they are or as escapes.
import { nameSign } from '../values/invisible.ts';
import { CONTROL_IN_VALUE } from '../values/refusedSigns.ts';
import { walkTexts } from '../values/walkTexts.ts';
import { mayHoldEscapes } from './engine/oddSigns.ts';
import type { Report, Rule } from './engine/rule.ts';

// Tab and the line ends have rules of their own. Line and paragraph separators end a line for some readers and not for
// others.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the rule.
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\uFFFE\uFFFF]/g;

export const controlCharacter: Rule = {
  code: 'A19',
  title: 'A file holds no control characters, as they are or as escapes.',
  severity: 'error',
  scope: 'text',
  rationale:
    'They are invisible, break CSV and XML readers, and can command a terminal that shows them. What counts is the value that is read: an escape such as `\\0` brings a sign into every table.',
  examples: {
    good: [
      { why: 'Every letter and sign is welcome.', edits: [{ replace: 'Bridge reopens', by: 'Міст знов відкрито 🌉' }] },
    ],
    bad: [
      { edits: [{ replace: 'in autumn', by: 'in\u0007 autumn' }], at: '\u0007' },
      {
        why: 'As an escape.',
        edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title: "Bridge \\0 after"' }],
        at: 'Bridge \\0 after',
      },
      {
        why: 'Half of a pair.',
        edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title: "Bridge \\ud83c"' }],
        at: 'Bridge \\ud83c',
      },
    ],
  },
  check({ text, yaml, value }, report) {
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
    if (mayHoldEscapes(yaml)) judgeValues(value, text, report);
  },
};

/** Escapes; a sign that stands in the file itself is told where it stands. */
function judgeValues(value: unknown, file: string, report: Report): void {
  let told = 0;
  walkTexts(value, (text, pointer) => {
    const [sign] = CONTROL_IN_VALUE.exec(text) ?? [];
    if (sign === undefined || (sign !== '\t' && file.includes(sign)) || told++ >= MOST) return;
    const name = nameSign(sign);
    report({
      pointer: pointer(),
      message: /\p{Surrogate}/u.test(sign)
        ? `An escape brings in ${name}, half of a pair that is no sign by itself.`
        : `An escape brings in the control character ${name}.`,
      expected: 'visible text',
      found: name,
      hint: 'take the escape out',
    });
  });
}

/** A file that is full of them is no text; more findings than these say nothing new. */
const MOST = 10;
