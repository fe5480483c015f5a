// A released claim stays in raw/ for ever.
import type { Rule } from './rule.ts';

export const releasedIdMissing: Rule = {
  code: 'R02',
  title: 'A released claim is published or withdrawn, never taken out.',
  severity: 'error',
  scope: 'release',
  rationale: 'An id that was cited must lead to the claim or to the reason why it was withdrawn.',
  examples: { good: [], bad: [] },
  check({ release, missing, articles }, report) {
    if (!release) return;
    const files = new Map(articles.map((article) => [article.id, article]));
    for (const { id, was } of missing) {
      const article = files.get(id.slice(0, id.lastIndexOf('-c')));
      // Without its article the claim is R03's.
      if (!article) continue;
      const claim = article.claims.find((entry) => entry.id === id);
      report({
        file: article.file,
        pointer: claim ? `${claim.pointer}/status` : '/claims',
        ...(claim ? {} : { part: 'key' as const }),
        message: claim
          ? `\`${id}\` was ${was} in version ${release.version}, and cannot be \`${claim.status}\` now.`
          : `\`${id}\` was ${was} in version ${release.version}, and is no longer here.`,
        expected: was === 'published' ? 'the claim, published or withdrawn' : 'the claim with the status withdrawn',
        hint: 'put the claim back; what must go is withdrawn with a reason',
      });
    }
  },
};
