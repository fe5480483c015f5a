// Facts of all articles → the claims that are compared with each other, and who is already said to be the same.
import { type Clusters, clusterClaims } from '../claims/clusters.ts';
import type { ArticleFacts, ClaimFacts } from './facts.ts';

/** A claim that is not withdrawn and that the schema accepts, with its file. */
export interface LiveClaim {
  file: string;
  claim: ClaimFacts;
}

export function listLiveClaims(articles: readonly ArticleFacts[]): LiveClaim[] {
  const live: LiveClaim[] = [];
  for (const { file, claims } of articles)
    for (const claim of claims) if (!claim.broken && claim.status !== 'withdrawn') live.push({ file, claim });
  return live;
}

/** Drafts included: what is linked needs no finding. */
export function clusterLiveClaims(live: readonly LiveClaim[]): Clusters {
  return clusterClaims(live.map(({ claim }) => claim));
}

/** Whether `same_as` joins the two, over other claims too. */
export function areLinked(clusters: Clusters, a: string, b: string): boolean {
  const cluster = clusters.get(a);
  return cluster !== undefined && cluster === clusters.get(b);
}
