// Claims and their evidence → how many were made and published when.
import * as Plot from '@observablehq/plot';
import type { ExplorerDataset } from '../dataset.ts';
import { drawPicture, type Picture } from './picture.ts';

type Unit = 'month' | 'year';

interface Bin {
  readonly from: string;
  readonly to: string;
  readonly counts: readonly [claims: number, evidence: number];
}

export function pictureTime({ claims }: ExplorerDataset): Picture {
  const made = claims.map((claim) => claim.claim_date_first);
  const published = claims.flatMap((claim) => claim.evidence.map((item) => item.published_first));
  const days = [made, published].map((list) => list.filter((day) => day !== null));
  const { unit, bins, shown } = binDays(days[0] ?? [], days[1] ?? []);
  const undated = made.length + published.length - (days[0]?.length ?? 0) - (days[1]?.length ?? 0);
  const panels = ['Claims made', 'Evidence published'];
  const outside = bins
    .filter((bin) => !shown.includes(bin))
    .reduce((total, bin) => total + bin.counts[0] + bin.counts[1], 0);
  const bars = shown.flatMap(({ from, to, counts }) =>
    counts.map((count, panel) => ({ from: new Date(from), to: new Date(to), count, panel })),
  );
  return {
    id: 'time-line',
    title: 'When claims were made and evidence was published',
    note:
      `Counted by ${unit}. A date that is known to the month or year only stands at its first day.` +
      (undated === 0 ? '' : ` Without a date, and so left out: ${undated}.`) +
      (outside === 0 ? '' : ` Long before or after the claims, and so in the table only: ${outside}.`),
    table: {
      columns: [unit === 'month' ? 'Month' : 'Year', ...panels],
      rows: bins
        .filter(({ counts: [one, other] }) => one + other > 0)
        .map(({ from, counts }) => [from.slice(0, unit === 'month' ? 7 : 4), ...counts]),
    },
    svg:
      bins.length === 0
        ? null
        : drawPicture(
            `Bars on a time line: claims made and evidence published, a ${unit} each. The table has the numbers.`,
            (width) => ({
              height: 320,
              marginLeft: 36,
              marginRight: 8,
              marginTop: 30,
              x: { type: 'utc', label: null, ticks: width === 'wide' ? 8 : 4 },
              y: {
                label: null,
                ticks: 4,
                tickFormat: (count: number) => (Number.isInteger(count) ? String(count) : ''),
              },
              fy: { axis: null, padding: 0.25 },
              marks: [
                Plot.gridY({ ticks: 4, stroke: 'currentColor', strokeOpacity: 0.15 }),
                Plot.rectY(bars, { fy: 'panel', x1: 'from', x2: 'to', y: 'count', fill: 'var(--bar)', inset: 0.5 }),
                Plot.ruleY([0], { stroke: 'currentColor' }),
                Plot.text(panels, {
                  fy: (_, at: number) => at,
                  text: (name: string) => name,
                  frameAnchor: 'top-left',
                  dx: -36,
                  dy: -18,
                  fill: 'currentColor',
                  fontWeight: 600,
                  fontSize: 13,
                }),
              ],
            }),
          ),
  };
}

/** How much of the time around the claims is drawn: evidence may be decades old. */
const MARGIN_MONTHS = 6;

/** The unit that gives a readable number of bars, a bin for every unit that holds something or lies near the claims, and those to draw. */
function binDays(claims: readonly string[], evidence: readonly string[]): { unit: Unit; bins: Bin[]; shown: Bin[] } {
  const near = [...(claims.length > 0 ? claims : evidence)].sort();
  const [first, last] = [near[0], near.at(-1)];
  if (first === undefined || last === undefined) return { unit: 'month', bins: [], shown: [] };
  const from = shiftMonths(first, -MARGIN_MONTHS);
  const to = shiftMonths(last, MARGIN_MONTHS);
  const unit: Unit = Date.parse(to) - Date.parse(from) <= 8 * 366 * DAY ? 'month' : 'year';
  const [made, published] = [tally(claims, unit), tally(evidence, unit)];
  const starts = new Set([...made.keys(), ...published.keys()]);
  for (let day = floor(from, unit); day <= to; day = next(day, unit)) starts.add(day);
  const bins = [...starts].sort().map(
    (start): Bin => ({
      from: start,
      to: next(start, unit),
      counts: [made.get(start) ?? 0, published.get(start) ?? 0],
    }),
  );
  return { unit, bins, shown: bins.filter((bin) => bin.to > from && bin.from <= to) };
}

const DAY = 86_400_000;

function shiftMonths(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

function tally(days: readonly string[], unit: Unit): Map<string, number> {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(floor(day, unit), (counts.get(floor(day, unit)) ?? 0) + 1);
  return counts;
}

function floor(day: string, unit: Unit): string {
  return unit === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
}

function next(day: string, unit: Unit): string {
  return unit === 'month' ? shiftMonths(day, 1) : `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}-01-01`;
}
