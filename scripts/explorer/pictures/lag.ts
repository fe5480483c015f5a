// Days between claims and their evidence → a distribution that tells where to cut.
import type { DatasetCounts } from './collectCounts.ts';
import { barsHeight, drawBars, drawSvg, type Picture } from './picture.ts';

/** Last day of each class, in days after the claim. */
const CLASSES: readonly (readonly [label: string, last: number])[] = [
  ['over a year before', -366],
  ['31 to 365 days before', -31],
  ['8 to 30 days before', -8],
  ['1 to 7 days before', -1],
  ['same day', 0],
  ['1 to 7 days after', 7],
  ['8 to 30 days after', 30],
  ['31 to 365 days after', 365],
  ['over a year after', Number.POSITIVE_INFINITY],
];

export function pictureLag({ lags }: DatasetCounts): Picture {
  const sorted = [...lags].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const counts = CLASSES.map(([label, last], at) => {
    const after = CLASSES[at - 1]?.[1] ?? Number.NEGATIVE_INFINITY;
    return {
      label,
      count: sorted.filter(([lag]) => lag > after && lag <= last).reduce((sum, [, count]) => sum + count, 0),
    };
  });
  const bars = counts.map((one) => ({ ...one, className: 'bar', href: null }));
  return {
    id: 'lag',
    title: 'How long before or after the claim its evidence came out',
    note:
      total === 0
        ? 'No claim and its evidence are both dated to the day.'
        : `${total} pieces of evidence of which both days are known; median ${quantile(sorted, total, 0.5)} days, middle nine tenths ${quantile(sorted, total, 0.05)} to ${quantile(sorted, total, 0.95)} days. Whoever trains on the data and wants no later evidence leaves out rows of evidence.csv where after_claim is true.`,
    table: { columns: ['Published', 'Pieces of evidence'], rows: counts.map(({ label, count }) => [label, count]) },
    draw:
      total === 0
        ? null
        : (width) =>
            drawSvg(
              'Bars: days from claim to evidence. The table has the numbers.',
              width,
              barsHeight(bars.length) + 4,
              drawBars(bars, Math.max(...counts.map(({ count }) => count)), 0, width),
            ),
  };
}

function quantile(sorted: readonly (readonly [number, number])[], total: number, share: number): number {
  let seen = 0;
  for (const [lag, count] of sorted) {
    seen += count;
    if (seen >= total * share) return lag;
  }
  return 0;
}
