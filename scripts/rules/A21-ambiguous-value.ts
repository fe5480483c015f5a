// A value means the same to every reader of YAML.

import type { TextSubject } from '../article/subject.ts';
import { isDateKey } from '../schemas/dateKeys.ts';
import { isAmbiguous, mayHoldOctal, seeAmbiguous } from '../yaml/schema11.ts';
import { listPlainScalars } from '../yaml/syntax.ts';
import type { Rule } from './engine/rule.ts';

export const ambiguousValue: Rule = {
  code: 'A21',
  title: 'A value means the same to every reader of YAML.',
  severity: 'error',
  scope: 'text',
  rationale:
    'Readers of YAML 1.1, which are still the most common, take `no` for false, `1:30` for ninety, `012` for ten, `685_230.15` for a number, and a bare day, with a time or without, for a point in time. Fields that are dates are excepted: their readers know.',
  examples: {
    good: [
      { edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title: "No"' }] },
      {
        why: 'A date field is a date field.',
        edits: [{ replace: 'published: 2024-05-02', by: 'published: 2024-05-01/2024-05-02' }],
      },
    ],
    bad: [
      { edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title: No' }], at: 'No' },
      { edits: [{ replace: 'guideline: "1"', by: 'guideline: 1:30' }], at: '1:30' },
      { edits: [{ replace: 'guideline: "1"', by: 'guideline: 012' }], at: '012' },
      {
        edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title: 2024-05-02 10:00:00' }],
        at: '2024-05-02 10:00:00',
      },
      { edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title: 685_230.15' }], at: '685_230.15' },
      { edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title: 2024-05-02' }], at: '2024-05-02' },
      {
        why: 'on a line of its own in a list',
        edits: [{ replace: 'authors: []', by: 'authors:\n  - 2024-05-01' }],
        at: '2024-05-01',
      },
      {
        why: 'under its key',
        edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title:\n  No' }],
        at: 'No',
      },
    ],
  },
  check(subject, report) {
    // Another rule may have called for a look at the text; parsing it costs far more than this one.
    if (!mayBeAmbiguous(subject)) return;
    const { yaml, yamlStart } = subject;
    for (const { text, value, start, end, pointer, key } of listPlainScalars(yaml)) {
      if (!isAmbiguous(text) || isExcepted(text, key)) continue;
      const number = typeof value === 'number';
      const offsets: [number, number] = [start + yamlStart, end + yamlStart];
      report({
        pointer,
        offsets,
        message: `\`${text}\` is read as something else by readers of YAML 1.1.`,
        expected: number ? 'a number without a leading 0 or `_`, or text in quotation marks' : 'quotation marks',
        found: text,
        ...(number
          ? { hint: `write ${String(value)}, or \`"${text}"\` where text is meant` }
          : {
              hint: `write \`"${text}"\``,
              fix: {
                title: 'put it in quotation marks',
                changes: [{ kind: 'splice' as const, offsets, text: `"${text}"` }],
              },
            }),
      });
    }
  },
};

/**
 * Whether a value may stand in the YAML that readers take differently: a look at what was read, and where that finds
 * something, one at the text. What looks like one in quotation marks, or in the middle of a longer text ("Paris,
 * 2024-05-02"), is none.
 */
export function mayBeAmbiguous({ yaml, value }: TextSubject): boolean {
  // What is read as a number does not come out as it is written.
  if (mayHoldOctal(yaml)) return true;
  const texts = new Set<string>();
  if (value !== undefined) {
    addAmbiguous(value, '', texts);
    if (texts.size === 0) return false;
  }
  for (const { text, key } of seeAmbiguous(yaml))
    if (!isExcepted(text, key) && (value === undefined || texts.has(text))) return true;
  return false;
}

/** Adds every ambiguous text in what stands under a key. */
function addAmbiguous(value: unknown, key: string, texts: Set<string>): void {
  if (typeof value === 'string') {
    if (isAmbiguous(value) && !isExcepted(value, key)) texts.add(value);
  } else if (Array.isArray(value)) for (const item of value) addAmbiguous(item, key, texts);
  else if (value !== null && typeof value === 'object')
    for (const name of Object.keys(value)) addAmbiguous((value as Record<string, unknown>)[name], name, texts);
}

/** Whether a value is a day under the key of a date, or looks like one: then the form of dates says what is wrong. */
function isExcepted(text: string, key: string): boolean {
  return /^\d{4}-/.test(text) && isDateKey(key);
}
