// An article → every web address in it, with its place.
import type { ArticleSubject } from './subject.ts';

/** Calls back for each address of the article, its sources and its evidence; archived copies are included. */
export function forEachAddress(
  { article, claims, brokenKeys }: ArticleSubject,
  visit: (address: string, pointer: string) => void,
): void {
  if (article.url !== null && !brokenKeys.has('url')) visit(article.url, '/url');
  if (article.archive_url !== null && !brokenKeys.has('archive_url')) visit(article.archive_url, '/archive_url');
  if (!brokenKeys.has('derived_from'))
    for (let i = 0; i < article.derived_from.length; i++) {
      const url = article.derived_from[i]?.url;
      if (url) visit(url, `/derived_from/${i}/url`);
    }
  for (const { claim, pointer } of claims) {
    for (let i = 0; i < claim.evidence.length; i++) {
      const evidence = claim.evidence[i];
      if (!evidence) continue;
      if (evidence.url !== null) visit(evidence.url, `${pointer}/evidence/${i}/url`);
      if (evidence.archive_url !== null) visit(evidence.archive_url, `${pointer}/evidence/${i}/archive_url`);
    }
  }
}
