// An id does not look like a number or a day.
import type { Report, Rule } from './engine/rule.ts';

// `12`, `1e5`, `1-2`, `2024-05-02`, `3-may`, `sep-2`: what a spreadsheet turns into a number or a day when it opens a
// CSV file.
const NUMBER = /^\d+(?:e\d+)?$/;
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = new RegExp(
  `^\\d{1,4}(?:-\\d{1,2}){1,2}$|^\\d{1,4}-${MONTH}(?:-\\d{1,4})?$|^${MONTH}-\\d{1,4}(?:-\\d{1,4})?$`,
);

export const numericId: Rule = {
  code: 'A34',
  title: 'An id does not look like a number or a day.',
  severity: 'warning',
  scope: 'article',
  rationale:
    'A spreadsheet turns such ids into other numbers (`1.37041E+18`) or into days, and what they named is lost.',
  examples: {
    good: [{ edits: [{ replace: 'annotator: a1', by: 'annotator: 1a' }] }],
    bad: [
      { edits: [{ replace: 'annotator: a1', by: 'annotator: "17"' }], at: '"17"' },
      { edits: [{ replace: 'origin: aldport-harbour-office', by: 'origin: 3-may' }], at: '3-may' },
      { edits: [{ replace: 'origin: aldport-harbour-office', by: 'origin: dec-2024' }], at: 'dec-2024' },
    ],
  },
  check({ article, claims, brokenKeys }, report) {
    if (!brokenKeys.has('id')) judge(report, '/id', article.id);
    for (const { claim, pointer } of claims) {
      for (let i = 0; i < claim.annotations.length; i++) {
        const id = claim.annotations[i]?.annotator;
        if (id !== undefined && isNumeric(id)) judge(report, `${pointer}/annotations/${i}/annotator`, id);
      }
      for (let i = 0; i < claim.evidence.length; i++) {
        const origin = claim.evidence[i]?.origin;
        if (origin && isNumeric(origin)) judge(report, `${pointer}/evidence/${i}/origin`, origin);
      }
    }
  },
};

function isNumeric(id: string): boolean {
  // Each begins or ends with a digit.
  return (isDigit(id.charCodeAt(0)) || isDigit(id.charCodeAt(id.length - 1))) && (NUMBER.test(id) || DAY.test(id));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function judge(report: Report, pointer: string, id: string): void {
  if (!isNumeric(id)) return;
  report({
    pointer,
    message: `\`${id}\` looks like a number or a day.`,
    expected: 'an id with a word in it',
    found: id,
    hint: 'put a word before it; an id that is released, or really a name, is accepted with a suppression that says why',
  });
}
