// Similarities of predicted and gold items → the best assignment of the ones to the others.

/**
 * The greatest sum of `scores[i][j]` where every i and every j is used once at most (rectangles of any shape; scores
 * from 0 on). The Hungarian method with potentials: Kuhn 1955, Munkres 1957, in the O(rows² × columns) form of Jonker
 * and Volgenant 1987.
 */
export function assignBest(scores: readonly (readonly number[])[]): {
  total: number;
  pairs: [row: number, column: number][];
} {
  const columns = scores[0]?.length ?? 0;
  if (scores.length > columns) {
    const turned = Array.from({ length: columns }, (_, j) => scores.map((row) => row[j] as number));
    const { total, pairs } = assignBest(turned);
    return { total, pairs: pairs.map(([j, i]): [number, number] => [i, j]).sort(([a], [b]) => a - b) };
  }
  const rows = scores.length;
  // Rows and columns count from 1; 0 is the row that is looking for a column, and the column that it comes from.
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const owner = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    owner[0] = row;
    let at = 0;
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const reached = new Uint8Array(columns + 1);
    do {
      reached[at] = 1;
      const from = owner[at] as number;
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (reached[j]) continue;
        const cost = -(scores[from - 1]?.[j - 1] as number) - (rowPrice[from] as number) - (columnPrice[j] as number);
        if (cost < (slack[j] as number)) {
          slack[j] = cost;
          cameFrom[j] = at;
        }
        if ((slack[j] as number) < least) {
          least = slack[j] as number;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (reached[j]) {
          const i = owner[j] as number;
          rowPrice[i] = (rowPrice[i] as number) + least;
          columnPrice[j] = (columnPrice[j] as number) - least;
        } else slack[j] = (slack[j] as number) - least;
      }
      at = next;
    } while (owner[at] !== 0);
    for (; at !== 0; at = cameFrom[at] as number) owner[at] = owner[cameFrom[at] as number] as number;
  }
  const pairs: [number, number][] = [];
  for (let j = 1; j <= columns; j++) if (owner[j] !== 0) pairs.push([(owner[j] as number) - 1, j - 1]);
  pairs.sort(([a], [b]) => a - b);
  return { total: pairs.reduce((sum, [i, j]) => sum + (scores[i]?.[j] as number), 0), pairs };
}
