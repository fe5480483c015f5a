// A crew and article files → who says the same as whom, before any article is examined.
import { basename } from 'node:path';
import { type Clusters, clusterClaims } from '../claims/clusters.ts';
import { inOrder } from '../platform/workers.ts';
import type { Crew } from './crew.ts';
import type { Link } from './examineBatch.ts';

/**
 * Rows can be rendered article by article only where the closure of `same_as` is known. It is found by looking for the few claims that name others, and
 * at the files of those that are named; `known` are the published claims of files that need not be looked at. It is what the files say at that moment: {@link haveChanged} tells whether it still holds afterwards.
 */
export async function findClusters(
  crew: Crew,
  batches: readonly (readonly string[])[],
  known: readonly Link[] = [],
): Promise<Clusters> {
  const links = await collectLinks(crew, batches, false);
  const owners = new Set([...known, ...links].flatMap(({ sameAs }) => sameAs).map(articleOf));
  const named = batches.map((files) => files.filter((file) => owners.has(basename(file, '.md'))));
  const targets = await collectLinks(crew, named, true);
  const all = new Map([...known, ...targets, ...links].map((link) => [link.id, link]));
  return clusterClaims(all.values());
}

/** Whether two closures differ in any claim. */
export function haveChanged(a: Clusters, b: Clusters): boolean {
  return a.size !== b.size || differ(a, b, a.keys());
}

/** Whether two closures differ in any of some claims. */
export function differ(a: Clusters, b: Clusters, ids: Iterable<string>): boolean {
  for (const id of ids) if (a.get(id)?.members.join() !== b.get(id)?.members.join()) return true;
  return false;
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
