// A released claim stays in raw/ for ever.
import { ownerOf } from '../claims/claimNumber.ts';
import type { Rule } from './engine/rule.ts';

export const releasedIdMissing: Rule = {
  code: 'R02',
  title: 'A released claim is published or withdrawn, never taken out.',
  severity: 'error',
  scope: 'release',
  rationale: 'An id that was cited must lead to the claim or to the reason why it was withdrawn.',
  examples: { good: [], bad: [] },
  check({ release, missing, facts }, report) {
    if (!release || missing.length === 0) return;
    for (const { id, was } of missing) {
      const article = facts.articles.find(ownerOf(id));
      // Without its article the claim is R03's.
      if (article < 0) continue;
      const at = facts.listIds(article).indexOf(id);
      const claim = at < 0 ? null : facts.rangeOf(article)[0] + at;
      // What is wrong with a claim that cannot be read in full is said already; nobody took it out.
      if (claim === null ? facts.articles.has(article, 'lost') : facts.isBroken(claim)) continue;
      report({
        file: facts.articles.get(article).file,
        pointer: claim === null ? '/claims' : `${facts.pointer(claim)}/status`,
        ...(claim === null ? { part: 'key' as const } : {}),
        message:
          claim !== null
            ? `\`${id}\` was ${was} in version ${release.version}, and cannot be \`${facts.status(claim)}\` now.`
            : `\`${id}\` was ${was} in version ${release.version}, and is no longer here.`,
        expected: was === 'published' ? 'the claim, published or withdrawn' : 'the claim with the status withdrawn',
        hint: 'put the claim back; what must go is withdrawn with a reason',
      });
    }
  },
};
