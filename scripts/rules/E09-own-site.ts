// An article is not evidence for itself.
import { hostOf, isWithin } from '../values/webHost.ts';
import type { Rule } from './engine/rule.ts';

export const ownSite: Rule = {
  code: 'E09',
  title: "Evidence does not come from the article's own site.",
  severity: 'warning',
  scope: 'article',
  rationale:
    'What a publisher prints is no proof of what it prints. For a claim about the publication itself it may be; then the exception says so.',
  examples: {
    good: [{ edits: [{ replace: 'https://harbour.example.org', by: 'https://notgazette.example.org' }] }],
    bad: [
      {
        edits: [{ replace: 'https://harbour.example.org/log', by: 'https://archive.gazette.example.org/log' }],
        at: 'https://archive.gazette.example.org/log/2024-04',
      },
    ],
  },
  check({ article, claims, brokenKeys }, report, { vocabulary }) {
    if (article.kind === 'collection' || brokenKeys.has('publisher') || brokenKeys.has('url')) return;
    const domains: unknown = article.publisher === null ? [] : vocabulary.publishers.get(article.publisher)?.domains;
    const own = Array.isArray(domains) ? domains.filter((domain) => typeof domain === 'string') : [];
    const site = article.url === null ? '' : hostOf(article.url);
    if (site !== '') own.push(site);
    if (own.length === 0) return;
    for (const { claim, pointer } of claims) {
      for (let i = 0; i < claim.evidence.length; i++) {
        const url = claim.evidence[i]?.url ?? '';
        const host = hostOf(url);
        if (host === '' || !own.some((domain) => isWithin(host, domain))) continue;
        report({
          pointer: `${pointer}/evidence/${i}/url`,
          expected: 'evidence from elsewhere',
          found: url,
          hint: 'look for the source that the article goes back to',
        });
      }
    }
  },
};
