// Words of others that hold a sign that nobody sees are known about.
import { findInvisible } from '../values/invisible.ts';
import type { Report, Rule } from './engine/rule.ts';

export const quotedInvisibleSign: Rule = {
  code: 'Q10',
  title: "A title or quotation of somebody else's holds no sign that nobody sees.",
  severity: 'warning',
  scope: 'article',
  rationale:
    'Pages carry soft hyphens and zero width spaces that come along when words are copied. A quotation may leave them out: its words are found all the same.',
  examples: {
    good: [],
    bad: [
      {
        edits: [{ replace: 'title: Log of closures, April 2024', by: 'title: Log of clo\u00ADsures, April 2024' }],
        at: 'Log of clo\u00ADsures, April 2024',
      },
    ],
  },
  check({ article, claims, brokenKeys }, report) {
    if (!brokenKeys.has('title')) tell(report, '/title', article.title);
    if (!brokenKeys.has('authors'))
      for (const [i, author] of article.authors.entries()) tell(report, `/authors/${i}`, author);
    for (const { claim, pointer } of claims) {
      tell(report, `${pointer}/quote`, claim.quote);
      for (const [i, { title, quote }] of claim.evidence.entries()) {
        tell(report, `${pointer}/evidence/${i}/title`, title);
        tell(report, `${pointer}/evidence/${i}/quote`, quote);
      }
    }
  },
};

function tell(report: Report, pointer: string, text: string | null): void {
  if (text === null) return;
  const sign = findInvisible(text);
  if (sign === null) return;
  report({
    pointer,
    message: `${sign} stands in these words, and nobody sees it.`,
    expected: 'signs that can be seen',
    found: text,
    hint: 'take it out, or accept it with a suppression that says why',
  });
}
