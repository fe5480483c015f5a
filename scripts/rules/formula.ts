// Texts of our own are not run by a spreadsheet.
import { isFormula } from '../values/formula.ts';
import type { Report, Rule } from './rule.ts';

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
      for (let i = 0; i < article.derived_from.length; i++)
        judge(report, `/derived_from/${i}/what`, article.derived_from[i]?.what);
    for (const { claim, pointer } of claims) {
      judge(report, `${pointer}/text`, claim.text);
      judge(report, `${pointer}/justification`, claim.justification);
      judge(report, `${pointer}/claimant_role`, claim.claimant_role);
      judge(report, `${pointer}/reported_by`, claim.reported_by);
      judge(report, `${pointer}/withdrawn/reason`, claim.withdrawn?.reason);
      for (let i = 0; i < claim.evidence.length; i++) {
        judge(report, `${pointer}/evidence/${i}/shows`, claim.evidence[i]?.shows);
        judge(report, `${pointer}/evidence/${i}/publisher`, claim.evidence[i]?.publisher);
      }
      for (let i = 0; i < claim.annotations.length; i++)
        judge(report, `${pointer}/annotations/${i}/note`, claim.annotations[i]?.note);
      for (let i = 0; i < claim.revisions.length; i++)
        judge(report, `${pointer}/revisions/${i}/reason`, claim.revisions[i]?.reason);
    }
  },
};

function judge(report: Report, pointer: string, text: string | null | undefined): void {
  if (!text || !isFormula(text)) return;
  report({
    pointer,
    message: 'A spreadsheet would run this text as a formula.',
    expected: 'text that begins with a letter, a digit or a quotation mark',
    found: text,
    hint: 'put a word before it',
  });
}
