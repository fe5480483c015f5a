// Claims, one by one → who has voted on how many of them, article by article, and how far the votes agree there.
import { measureAgreement, patternOf } from '../claims/agreement.ts';
import type { ManifestAgreement, RawArticleClaim } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';

/** Claims that may be voted on, and the votes on them. `voted` is the number of claims by annotator. */
export interface VoteCoverage {
  claims: number;
  voted: Record<string, number>;
  articles: {
    article: string;
    claims: number;
    voted: Record<string, number>;
    /** Of the article's claims on which two have voted; null where there is none. */
    agreement: ManifestAgreement | null;
  }[];
}

/** Collects claims article by article. */
export function collectCoverage(): { add(article: string, claim: RawArticleClaim): void; finish(): VoteCoverage } {
  const articles = new Map<string, { claims: number; voted: Map<string, number>; patterns: Map<string, number> }>();
  return {
    add: (article, { annotations }) => {
      const entry = articles.get(article) ?? { claims: 0, voted: new Map(), patterns: new Map() };
      articles.set(article, entry);
      entry.claims += 1;
      const votes = new Map<string, string>();
      for (const { annotator, verdict } of annotations) if (!votes.has(annotator)) votes.set(annotator, verdict);
      for (const annotator of votes.keys()) count(entry.voted, annotator);
      if (votes.size > 1) count(entry.patterns, patternOf(votes));
    },
    finish: () => {
      const all = new Map<string, number>();
      for (const { voted } of articles.values()) for (const [name, n] of voted) count(all, name, n);
      const names = [...all.keys()].sort(compareCodePoints);
      // Nobody is left out of an article: whoever has not voted there has 0.
      const list = (voted: ReadonlyMap<string, number>) =>
        Object.fromEntries(names.map((name) => [name, voted.get(name) ?? 0]));
      return {
        claims: [...articles.values()].reduce((sum, { claims }) => sum + claims, 0),
        voted: list(all),
        articles: Array.from(articles, ([article, { claims, voted, patterns }]) => ({
          article,
          claims,
          voted: list(voted),
          agreement: measureAgreement(patterns),
        })),
      };
    },
  };
}

function count(counter: Map<string, number>, key: string, times = 1): void {
  counter.set(key, (counter.get(key) ?? 0) + times);
}
