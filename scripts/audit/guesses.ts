// Values of a column and verdicts, pair by pair → how well the value gives the verdict away.

/** More values than these are texts, and no column that a verdict could be read from. */
const MOST_VALUES = 20_000;

/** Counts verdicts by value. */
export class Guesses {
  private counts: Map<string, Map<string, number>> | null = new Map();
  private rows = 0;

  add(value: string, verdict: string): void {
    if (!this.counts) return;
    this.rows++;
    const by = this.counts.get(value) ?? new Map<string, number>();
    if (by.size === 0) {
      if (this.counts.size === MOST_VALUES) {
        this.counts = null;
        return;
      }
      this.counts.set(value, by);
    }
    by.set(verdict, (by.get(verdict) ?? 0) + 1);
  }

  /**
   * Share of the rows whose verdict is the commonest among the other rows with the same value, and share of the
   * commonest verdict of all. A tie, and a value that stands once, are no guess. Null where there were too many values.
   */
  measure(): { right: number; commonest: number } | null {
    if (!this.counts || this.rows === 0) return null;
    let right = 0;
    const all = new Map<string, number>();
    for (const by of this.counts.values()) {
      const times = [...by.values()].sort((a, b) => b - a);
      const [first = 0, second = 0] = times;
      if (first - 1 > second) right += first;
      for (const [verdict, n] of by) all.set(verdict, (all.get(verdict) ?? 0) + n);
    }
    return { right: right / this.rows, commonest: Math.max(...all.values()) / this.rows };
  }
}
