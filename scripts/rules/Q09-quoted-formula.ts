// Quoted text that a spreadsheet would run is known about.

import type { Report, Rule } from './engine/rule.ts';
import { isFormula } from './measures/formula.ts';

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
    if (!brokenKeys.has('title') && article.title !== null && isFormula(article.title))
      tell(report, '/title', article.title);
    if (!brokenKeys.has('authors'))
      for (let i = 0; i < article.authors.length; i++) {
        const author = article.authors[i] ?? '';
        if (isFormula(author)) tell(report, `/authors/${i}`, author);
      }
    for (const { claim, pointer } of claims) {
      if (claim.quote !== null && isFormula(claim.quote)) tell(report, `${pointer}/quote`, claim.quote);
      for (let i = 0; i < claim.evidence.length; i++) {
        const title = claim.evidence[i]?.title ?? '';
        if (isFormula(title)) tell(report, `${pointer}/evidence/${i}/title`, title);
        const quote = claim.evidence[i]?.quote ?? '';
        if (isFormula(quote)) tell(report, `${pointer}/evidence/${i}/quote`, quote);
      }
    }
  },
};

function tell(report: Report, pointer: string, text: string): void {
  report({
    pointer,
    message: "A spreadsheet would run somebody else's words as a formula.",
    expected: 'words that begin with a letter, a digit or a quotation mark',
    found: text,
    hint: 'begin the quotation at another word, or accept it with a suppression that says why',
  });
}
