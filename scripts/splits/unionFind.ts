// Pairs of things that belong together → their groups.

/**
 * A disjoint-set forest over the numbers below `size`; the root of a group is its least number, whatever the order of
 * the pairs.
 */
export class Groups {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  find(thing: number): number {
    const { parent } = this;
    let root = thing;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = thing; at !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.parent[Math.max(x, y)] = Math.min(x, y);
  }

  /** The members of every group, by its root; groups and members in ascending order. */
  list(): Map<number, number[]> {
    const groups = new Map<number, number[]>();
    for (let i = 0; i < this.parent.length; i++) {
      const root = this.find(i);
      const group = groups.get(root);
      if (group) group.push(i);
      else groups.set(root, [i]);
    }
    return groups;
  }
}
