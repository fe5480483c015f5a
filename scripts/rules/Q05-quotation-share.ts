// Quotations together stay within the share of the article that the licence allows.
import type { Rule } from './engine/rule.ts';

export const quotationShare: Rule = {
  code: 'Q05',
  title: 'All quotations together cover no more of the article than its licence allows.',
  severity: 'error',
  scope: 'article',
  rationale: 'Many short quotations can add up to a copy of the article.',
  examples: {
    good: [],
    bad: [
      {
        edits: [{ file: 'vocabulary/licences.yml', replace: 'max_share: 0.4', by: 'max_share: 0.2' }],
        at: '150',
      },
    ],
  },
  check({ article, claims, text, brokenKeys }, report, { vocabulary }) {
    const share = vocabulary.licences.get(article.rights?.license ?? '')?.max_share ?? null;
    const total = text.kind === 'body' ? text.points.length : article.capture?.characters;
    if (share === null || total === undefined || brokenKeys.has('capture')) return;
    const covered = measureUnion(claims.flatMap(({ claim }) => (claim.anchor ? [claim.anchor] : [])));
    if (covered <= share * total) return;
    report({
      pointer: text.kind === 'body' ? '/text' : '/capture/characters',
      message: `The quotations cover ${covered} of ${total} characters.`,
      expected: `at most ${Math.floor(share * total)} characters`,
      found: `${covered} characters`,
      hint: 'shorten quotations to their distinctive words, and let claims share them',
    });
  },
};

/** Number of code points that lie in at least one span. */
function measureUnion(spans: readonly { start: number; end: number }[]): number {
  let covered = 0;
  let reached = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (end <= reached) continue;
    covered += end - Math.max(start, reached);
    reached = end;
  }
  return covered;
}
