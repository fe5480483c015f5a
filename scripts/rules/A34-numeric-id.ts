// An id does not look like a number or a day.
import type { Report, Rule } from './engine/rule.ts';

// `12`, `1e5`, `1-2`, `2024-05-02`, `3-may`: what a spreadsheet turns into a number or a day when it opens a CSV file.
const NUMBER = /^\d+(?:e\d+)?$/;
const DAY = /^\d{1,4}(?:-\d{1,2}){1,2}$|^\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:-\d+)?$/;

export const numericId: Rule = {
  code: 'A34',
  title: 'An id does not look like a number or a day.',
  severity: 'error',
  scope: 'article',
  rationale:
    'A spreadsheet turns such ids into other numbers (`1.37041E+18`) or into days, and what they named is lost.',
  examples: {
    good: [{ edits: [{ replace: 'annotator: a1', by: 'annotator: 1a' }] }],
    bad: [
      { edits: [{ replace: 'annotator: a1', by: 'annotator: "17"' }], at: '"17"' },
      { edits: [{ replace: 'origin: aldport-harbour-office', by: 'origin: 3-may' }], at: '3-may' },
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
  const first = id.charCodeAt(0);
  return first >= 48 && first <= 57 && (NUMBER.test(id) || DAY.test(id));
}

function judge(report: Report, pointer: string, id: string): void {
  if (!isNumeric(id)) return;
  report({
    pointer,
    message: `\`${id}\` looks like a number or a day.`,
    expected: 'an id with a word in it',
    found: id,
    hint: 'put a word before it',
  });
}
