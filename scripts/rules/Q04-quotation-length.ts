// Quotations stay within what the licence allows.
import { countCodePoints } from '../values/normalText.ts';
import type { Rule } from './engine/rule.ts';

/** A quotation of evidence is somebody else's text of unknown licence, so the strictest limit holds for it. */
const EVIDENCE_LIMIT = 120;

export const quotationLength: Rule = {
  code: 'Q04',
  title: "A quotation is no longer than its article's licence allows.",
  severity: 'error',
  scope: 'claim',
  rationale: "The articles are other people's work; what is quoted must be no more than the claim needs.",
  examples: {
    good: [],
    bad: [
      {
        edits: [{ replace: 'quote: closed 9 to 11 April', by: `quote: ${'very long words '.repeat(8)}indeed` }],
        at: `${'very long words '.repeat(8)}indeed`,
      },
    ],
  },
  check({ claim, pointer }, report, { vocabulary }, { article }) {
    const limit = vocabulary.licences.get(article.rights?.license ?? '')?.max_quote ?? null;
    const judge = (quote: string | null, most: number | null, place: string) => {
      if (quote === null || most === null) return;
      const length = countCodePoints(quote);
      if (length > most)
        report({
          pointer: place,
          expected: `at most ${most} characters`,
          found: `${length} characters`,
          hint: 'keep the few words that carry the claim',
        });
    };
    judge(claim.quote, limit, `${pointer}/quote`);
    claim.evidence.forEach((evidence, i) => {
      judge(evidence.quote, EVIDENCE_LIMIT, `${pointer}/evidence/${i}/quote`);
    });
  },
};
