// A released claim stays in raw/ for ever.
import { newestRelease } from '../release/history.ts';
import type { Rule } from './rule.ts';

export const releasedIdMissing: Rule = {
  code: 'R02',
  title: 'A released claim is published or withdrawn, never taken out.',
  severity: 'error',
  scope: 'release',
  rationale: 'An id that was cited must lead to the claim or to the reason why it was withdrawn.',
  examples: { good: [], bad: [] },
  check({ history, current, articles }, report) {
    const release = newestRelease(history);
    if (!release || !current) return;
    const rowsOf = (tables: typeof release.tables, name: string) => tables.find((table) => table.name === name)?.rows;
    const claims = rowsOf(current.tables, 'claims');
    const withdrawn = rowsOf(current.tables, 'withdrawn');
    const files = new Map(articles.map((article) => [article.id, article]));
    const check = (id: string, wanted: string) => {
      const article = files.get(id.slice(0, id.lastIndexOf('-c')));
      // Without its article the claim is R03's.
      if (!article) return;
      const claim = article.claims.find((entry) => entry.id === id);
      report({
        file: article.file,
        pointer: claim ? `${claim.pointer}/status` : '/claims',
        ...(claim ? {} : { part: 'key' as const }),
        message: claim
          ? `\`${id}\` was ${wanted} in version ${release.version}, and cannot be \`${claim.status}\` now.`
          : `\`${id}\` was ${wanted} in version ${release.version}, and is no longer here.`,
        expected: wanted === 'published' ? 'the claim, published or withdrawn' : 'the claim with the status withdrawn',
        hint: 'put the claim back; what must go is withdrawn with a reason',
      });
    };
    for (const id of rowsOf(release.tables, 'claims')?.keys() ?? [])
      if (!claims?.has(id) && !withdrawn?.has(id)) check(id, 'published');
    for (const id of rowsOf(release.tables, 'withdrawn')?.keys() ?? []) if (!withdrawn?.has(id)) check(id, 'withdrawn');
  },
};
