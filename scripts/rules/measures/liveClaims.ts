// Facts of all articles → which claims are already said to be the same.
import { type Clusters, clusterClaims } from '../../claims/clusters.ts';
import type { Facts } from '../engine/facts.ts';

/** Closes `same_as` of the live claims, drafts included: what is linked needs no finding. */
export function clusterLiveClaims(facts: Facts): Clusters {
  const linkOf = (claim: number) => ({ id: facts.id(claim), sameAs: facts.sameAs(claim) });
  return clusterClaims(Array.from(listTied(facts), linkOf));
}

/** The live claims that name others or are named, or may share their id: no other is in a cluster. */
function listTied(facts: Facts): Set<number> {
  const tied = new Set<number>();
  for (const [claim, names] of facts.listNaming())
    for (const one of [claim, ...names.map((id) => facts.find(id))]) if (one >= 0 && facts.isLive(one)) tied.add(one);
  for (const stray of facts.listStrays()) if (facts.isLive(stray)) tied.add(stray);
  return tied;
}

/** Whether `same_as` joins the two, over other claims too. */
export function areLinked(clusters: Clusters, a: string, b: string): boolean {
  const cluster = clusters.get(a);
  return cluster !== undefined && cluster === clusters.get(b);
}
