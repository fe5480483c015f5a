// same_as of all live claims → its closure: which claims say the same thing.
import { compareCodePoints } from '../values/order.ts';

/** For every claim that says the same as another: the least id of its cluster and all members, sorted. */
export type Clusters = ReadonlyMap<string, { id: string; members: readonly string[] }>;

/**
 * Closes `same_as` to an equivalence (symmetric and transitive) with a disjoint-set forest. Names of claims that are
 * not live are passed over; rules report them.
 */
export function clusterClaims(claims: Iterable<{ id: string; sameAs: readonly string[] }>): Clusters {
  const list = [...claims];
  const parent = new Map<string, string>(list.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    for (let at = id; at !== root; ) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { id, sameAs } of list) {
    for (const other of sameAs) if (parent.has(other)) parent.set(find(other), find(id));
  }
  const members = new Map<string, string[]>();
  for (const { id } of list) {
    const group = members.get(find(id));
    if (group) group.push(id);
    else members.set(find(id), [id]);
  }
  const clusters = new Map<string, { id: string; members: readonly string[] }>();
  for (const ids of members.values()) {
    if (ids.length < 2) continue;
    ids.sort(compareCodePoints);
    const cluster = { id: ids[0] as string, members: ids };
    for (const id of ids) clusters.set(id, cluster);
  }
  return clusters;
}
