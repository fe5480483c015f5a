// Records, one after another → how often the same votes stand together, and how far they agree.
import { measureAlpha } from '../claims/agreement.ts';
import { given } from '../exchange/missing.ts';
import type { ForeignRecord, Value } from '../exchange/record.ts';
import type { ReportAgreement } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';

/** What is voted on, and where its votes stand in a record. */
const TARGETS: readonly {
  of: ReportAgreement['of'];
  list(record: ForeignRecord): Iterable<readonly Value[]>;
}[] = [
  { of: 'claims', list: ({ lists }) => [(lists.annotations ?? []).map(({ values }) => values['verdict'])] },
  { of: 'evidence', list: ({ lists }) => (lists.evidence ?? []).map(({ many }) => many['votes'] ?? []) },
];

/** More different sets of votes are no votes on a scale: they are not measured, and memory is bounded. */
const MOST_PATTERNS = 10_000;

/** Counts votes by pattern: there are far fewer patterns than records. Who voted is not asked. */
export class VoteCounts {
  private readonly patterns = TARGETS.map(() => new Map<string, { labels: string[]; units: number }>());

  add(record: ForeignRecord): void {
    for (const [i, { list }] of TARGETS.entries()) {
      const patterns = this.patterns[i];
      if (patterns === undefined || patterns.size > MOST_PATTERNS) continue;
      for (const votes of list(record)) {
        const labels = votes.flatMap((vote) => given(vote) ?? []).sort(compareCodePoints);
        if (labels.length < 2) continue;
        const key = JSON.stringify(labels);
        const known = patterns.get(key);
        if (known) known.units++;
        else patterns.set(key, { labels, units: 1 });
      }
    }
  }

  /** Agreement on each kind of thing on which two voted or more. */
  measure(): ReportAgreement[] {
    return TARGETS.flatMap(({ of }, i) => {
      const patterns = [...(this.patterns[i]?.values() ?? [])];
      if (patterns.length === 0 || patterns.length > MOST_PATTERNS) return [];
      const { interval, ...alpha } = measureAlpha(patterns.map(({ labels, units }) => [labels, units] as const));
      return [{ of, ...alpha, alpha_interval: interval }];
    });
  }
}
