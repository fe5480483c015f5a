// Quoted text that a spreadsheet would run is known about.
import { isFormula } from '../values/formula.ts';
import type { Report, Rule } from './rule.ts';

export const quotedFormula: Rule = {
  code: 'Q09',
  title: "A title or quotation of somebody else's does not begin like a formula.",
  severity: 'warning',
  scope: 'article',
  rationale:
    'A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`. Words of others are not ours to change, but often a quotation can begin at another word.',
  examples: {
    good: [],
    bad: [
      {
        edits: [{ replace: 'quote: closed 9 to 11 April', by: 'quote: "@harbour closed 9 to 11 April"' }],
        at: '@harbour',
      },
      { edits: [{ replace: 'title: Log of closures, April 2024', by: 'title: "=Log of closures"' }], at: '=Log' },
    ],
  },
  check({ article, claims, brokenKeys }, report) {
    if (!brokenKeys.has('title')) judge(report, '/title', article.title);
    if (!brokenKeys.has('authors'))
      for (let i = 0; i < article.authors.length; i++) judge(report, `/authors/${i}`, article.authors[i]);
    for (const { claim, pointer } of claims) {
      judge(report, `${pointer}/quote`, claim.quote);
      for (let i = 0; i < claim.evidence.length; i++) {
        judge(report, `${pointer}/evidence/${i}/title`, claim.evidence[i]?.title);
        judge(report, `${pointer}/evidence/${i}/quote`, claim.evidence[i]?.quote);
      }
    }
  },
};

function judge(report: Report, pointer: string, text: string | null | undefined): void {
  if (!text || !isFormula(text)) return;
  report({
    pointer,
    message: "A spreadsheet would run somebody else's words as a formula.",
    expected: 'words that begin with a letter, a digit or a quotation mark',
    found: text,
    hint: 'begin the quotation at another word, or accept it with a suppression that says why',
  });
}
