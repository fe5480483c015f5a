// A crew and article files → who says the same as whom, before any article is examined.
import { basename } from 'node:path';
import { ownerOf } from '../claims/claimNumber.ts';
import { type Clusters, clusterClaims } from '../claims/clusters.ts';
import { inOrder } from '../platform/workers.ts';
import { type FactPart, listNaming, listPublished } from '../rules/engine/collectFacts.ts';
import type { Link } from './examineBatch.ts';
import type { Crew } from './examiners.ts';

/**
 * Rows can be rendered article by article only where the closure of `same_as` is known. It is found by looking for the few claims that name others, and
 * at the files of those that are named; `known` are the published claims of articles whose files need not be looked at. It is what the files say at that moment: {@link haveChanged} tells whether it still holds afterwards.
 */
export async function findClusters(
  crew: Crew,
  batches: readonly (readonly string[])[],
  known: readonly FactPart[] = [],
): Promise<Clusters> {
  const links = await collectLinks(crew, batches, false);
  const owners = new Set([...known.flatMap(listNaming), ...links].flatMap(({ sameAs }) => sameAs).map(ownerOf));
  const named = batches.map((files) => files.filter((file) => owners.has(basename(file, '.md'))));
  const targets = await collectLinks(crew, named, true);
  const tied = listTied(known, [...targets, ...links]);
  return clusterClaims(new Map(tied.map((link) => [link.id, link])).values());
}

/** The claims that name others or are named: few of many, and all that a closure depends on. */
export function listTied(known: readonly FactPart[], others: readonly Link[] = []): Link[] {
  const naming = [...known.flatMap(listNaming), ...others];
  const named = new Set(naming.flatMap(({ sameAs }) => sameAs));
  const isTied = (link: Link) => namesOthers(link) || named.has(link.id);
  return [...known.flatMap((part) => listPublished(part, named)), ...others.filter(isTied)];
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
