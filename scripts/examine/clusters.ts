// Article files → which claims say the same, before any article is examined.
import { basename } from 'node:path';
import { ownerOf } from '../claims/claimNumber.ts';
import { type Clusters, clusterClaims } from '../claims/clusters.ts';
import { inOrder } from '../platform/workers.ts';
import { type FactPart, listNaming, listPublished } from '../rules/engine/collectFacts.ts';
import type { Examiners } from './examiners.ts';
import type { Link, Linked } from './part.ts';

/**
 * Rows can be rendered article by article only where the closure of `same_as` is known. It is found by looking for the
 * few claims that name others, and at the files of those that are named; `known` are the published claims of articles
 * whose files need not be looked at. It is what the files say at that moment: {@link haveChanged} tells whether it
 * still holds afterwards.
 */
export async function findClusters(
  examiners: Examiners,
  batches: readonly (readonly string[])[],
  known: readonly FactPart[] = [],
): Promise<Clusters> {
  return closeLinks(examiners, batches, (await collectLinks(examiners, batches)).links, known);
}

/**
 * The closure of claims that name others, found as {@link collectLinks} does. Only files are read in which a claim is
 * named that is not among `links`.
 */
export async function closeLinks(
  examiners: Examiners,
  batches: readonly (readonly string[])[],
  links: readonly Link[],
  known: readonly FactPart[] = [],
): Promise<Clusters> {
  const found = new Set(links.map(({ id }) => id));
  const named = [...known.flatMap(listNaming), ...links].flatMap(({ sameAs }) => sameAs);
  const owners = new Set(named.filter((id) => !found.has(id)).map(ownerOf));
  const missing = batches.map((files) => files.filter((file) => owners.has(basename(file, '.md'))));
  const targets = (await collectLinks(examiners, missing, true)).links;
  const linked = listLinkedClaims(known, [...targets, ...links]);
  return clusterClaims(new Map(linked.map((link) => [link.id, link])).values());
}

/** The claims that name others or are named: few of many, and all that a closure depends on. */
export function listLinkedClaims(known: readonly FactPart[], others: readonly Link[] = []): Link[] {
  const naming = [...known.flatMap(listNaming), ...others];
  const named = new Set(naming.flatMap(({ sameAs }) => sameAs));
  const isLinked = ({ id, sameAs }: Link) => sameAs.length > 0 || named.has(id);
  return [...known.flatMap((part) => listPublished(part, named)), ...others.filter(isLinked)];
}

/** Whether two closures differ in any claim. */
export function haveChanged(a: Clusters, b: Clusters): boolean {
  return listReclustered(a, b).size > 0;
}

/** The claims in which two closures differ. */
export function listReclustered(a: Clusters, b: Clusters): Set<string> {
  const differing = new Set<string>();
  for (const ids of [a.keys(), b.keys()])
    for (const id of ids) if (a.get(id)?.members.join() !== b.get(id)?.members.join()) differing.add(id);
  return differing;
}

/** The published claims of the files in which one names others; with `all`, of every file. */
export async function collectLinks(
  examiners: Examiners,
  batches: readonly (readonly string[])[],
  all = false,
): Promise<Linked> {
  const linked: Linked = { links: [], sources: [] };
  const tasks = batches.flatMap((files) => (files.length === 0 ? [] : ({ kind: 'link', files, all } as const)));
  for await (const found of inOrder(tasks, 2 * examiners.size, (task) => examiners.run(task)))
    add(found as Linked, linked);
  return linked;
}

function add({ links, sources }: Linked, to: Linked): void {
  for (const link of links) to.links.push(link);
  for (const source of sources) to.sources.push(source);
}
