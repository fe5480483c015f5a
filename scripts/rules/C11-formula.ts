// Texts of our own are not run by a spreadsheet.

import type { Report, Rule } from './engine/rule.ts';
import { isFormula } from './measures/formula.ts';

export const formula: Rule = {
  code: 'C11',
  title: 'Text of our own does not begin like a formula.',
  severity: 'error',
  scope: 'article',
  rationale:
    'A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`. Nothing is escaped away in the files, so our own words begin otherwise.',
  examples: {
    good: [
      { edits: [{ replace: 'shows: The office logged', by: 'shows: 3 = the number of days. The office logged' }] },
    ],
    bad: [
      {
        edits: [
          {
            replace: 'shows: The office logged a closure',
            by: 'shows: "=SUM(A1) is what the office logged, a closure',
          },
          { replace: 'of three days.\n        quote', by: 'of three days."\n        quote' },
        ],
        at: '=SUM',
      },
      {
        edits: [{ replace: 'claimant_role: Mayor of Aldport', by: 'claimant_role: -Mayor of Aldport' }],
        at: '-Mayor of Aldport',
      },
    ],
  },
  check({ article, claims, brokenKeys }, report) {
    if (!brokenKeys.has('derived_from'))
      for (let i = 0; i < article.derived_from.length; i++) {
        const what = article.derived_from[i]?.what ?? '';
        if (isFormula(what)) tell(report, `/derived_from/${i}/what`, what);
      }
    for (const { claim, pointer } of claims) {
      // Texts of others are not ours to change.
      if (claim.status === 'imported') continue;
      if (isFormula(claim.text)) tell(report, `${pointer}/text`, claim.text);
      const justification = claim.justification ?? '';
      if (isFormula(justification)) tell(report, `${pointer}/justification`, justification);
      const corrected = claim.corrected ?? '';
      if (isFormula(corrected)) tell(report, `${pointer}/corrected`, corrected);
      const role = claim.claimant_role ?? '';
      if (isFormula(role)) tell(report, `${pointer}/claimant_role`, role);
      const reporter = claim.reported_by ?? '';
      if (isFormula(reporter)) tell(report, `${pointer}/reported_by`, reporter);
      const reason = claim.withdrawn?.reason ?? '';
      if (isFormula(reason)) tell(report, `${pointer}/withdrawn/reason`, reason);
      for (let i = 0; i < claim.evidence.length; i++) {
        const shows = claim.evidence[i]?.shows ?? '';
        if (isFormula(shows)) tell(report, `${pointer}/evidence/${i}/shows`, shows);
        const publisher = claim.evidence[i]?.publisher ?? '';
        if (isFormula(publisher)) tell(report, `${pointer}/evidence/${i}/publisher`, publisher);
      }
      for (let i = 0; i < claim.annotations.length; i++) {
        const note = claim.annotations[i]?.note ?? '';
        if (isFormula(note)) tell(report, `${pointer}/annotations/${i}/note`, note);
      }
      for (let i = 0; i < claim.revisions.length; i++) {
        const why = claim.revisions[i]?.reason ?? '';
        if (isFormula(why)) tell(report, `${pointer}/revisions/${i}/reason`, why);
      }
    }
  },
};

function tell(report: Report, pointer: string, text: string): void {
  report({
    pointer,
    message: 'A spreadsheet would run this text as a formula.',
    expected: 'text that begins with a letter, a digit or a quotation mark',
    found: text,
    hint: 'put a word before it',
  });
}
