// A crew and article files → who says the same as whom, before any article is examined.
import { basename } from 'node:path';
import { type Clusters, clusterClaims } from '../claims/clusters.ts';
import { inOrder } from '../platform/workers.ts';
import type { Crew } from './crew.ts';
import type { Link } from './examineBatch.ts';

/**
 * Rows can be rendered article by article only where the closure of `same_as` is known. It is found by looking for the few claims that name others, and
 * at the files of those that are named; `known` are the published claims of articles whose files need not be looked at. It is what the files say at that moment: {@link haveChanged} tells whether it still holds afterwards.
 */
export async function findClusters(
  crew: Crew,
  batches: readonly (readonly string[])[],
  known: readonly (readonly Link[])[] = [],
): Promise<Clusters> {
  const links = await collectLinks(crew, batches, false);
  const naming = known.flatMap((claims) => claims.filter(namesOthers));
  const owners = new Set([...naming, ...links].flatMap(({ sameAs }) => sameAs).map(articleOf));
  const named = batches.map((files) => files.filter((file) => owners.has(basename(file, '.md'))));
  const targets = await collectLinks(crew, named, true);
  const tied = listTied([...known, targets, links]);
  return clusterClaims(new Map(tied.map((link) => [link.id, link])).values());
}

/** The claims that name others or are named: few of many, and all that a closure depends on. */
export function listTied(articles: readonly (readonly Link[])[]): Link[] {
  const named = new Set<string>();
  for (const claims of articles) for (const { sameAs } of claims) for (const id of sameAs) named.add(id);
  return articles.flatMap((claims) => claims.filter((claim) => namesOthers(claim) || named.has(claim.id)));
}

function namesOthers({ sameAs }: Link): boolean {
  return sameAs.length > 0;
}

/** Whether two closures differ in any claim. */
export function haveChanged(a: Clusters, b: Clusters): boolean {
  return listMoved(a, b).size > 0;
}

/** The claims in which two closures differ. */
export function listMoved(a: Clusters, b: Clusters): Set<string> {
  const moved = new Set<string>();
  for (const ids of [a.keys(), b.keys()])
    for (const id of ids) if (a.get(id)?.members.join() !== b.get(id)?.members.join()) moved.add(id);
  return moved;
}

async function collectLinks(crew: Crew, batches: readonly (readonly string[])[], all: boolean): Promise<Link[]> {
  const links: Link[] = [];
  const tasks = batches.flatMap((files) => (files.length === 0 ? [] : ({ kind: 'link', files, all } as const)));
  for await (const found of inOrder(tasks, 2 * crew.size, (task) => crew.run(task)))
    for (const link of found as Link[]) links.push(link);
  return links;
}

function articleOf(claimId: string): string {
  return claimId.slice(0, claimId.lastIndexOf('-c'));
}
