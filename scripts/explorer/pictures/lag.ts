// Days between claims and their evidence → a distribution that tells where to cut.
import { plural } from '../parts/wording.ts';
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
        : `${plural(total, 'piece')} of evidence of which both days are known; in the median ${sayLag(median(sorted, total))}, the middle nine tenths from ${sayLag(quantile(sorted, total, 0.05))} to ${sayLag(quantile(sorted, total, 0.95))}. Whoever trains on the data and wants no later evidence keeps only rows of evidence.csv where after_claim is false; where it is empty, the dates do not decide.`,
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

/** Days after the claim in words: a sign would leave open which of the two came first. */
function sayLag(days: number): string {
  if (days === 0) return 'the same day';
  return `${plural(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'}`;
}

/** Of an even number of days the mean of the two in the middle, as statistics programs have it. */
function median(sorted: readonly (readonly [number, number])[], total: number): number {
  return (quantile(sorted, total, 0.5) + quantile(sorted, total, (Math.floor(total / 2) + 1) / total)) / 2;
}

function quantile(sorted: readonly (readonly [number, number])[], total: number, share: number): number {
  let seen = 0;
  for (const [lag, count] of sorted) {
    seen += count;
    if (seen >= total * share) return lag;
  }
  return 0;
}
