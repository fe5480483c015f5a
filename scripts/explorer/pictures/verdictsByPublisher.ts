// Claims → how the verdicts fall for every publisher.
import * as Plot from '@observablehq/plot';
import { compareCodePoints } from '../../values/order.ts';
import type { ExplorerDataset } from '../dataset.ts';
import { drawPicture, isolate, type Picture, shorten } from './picture.ts';

/** Publishers with a panel of their own; the rest share one. */
const PANELS = 8;

export function pictureVerdicts({ claims, verdicts }: ExplorerDataset): Picture {
  const all = new Map<string, Map<string, number>>();
  for (const { source_publisher, verdict } of claims) {
    const counts = all.get(source_publisher) ?? new Map<string, number>();
    all.set(source_publisher, counts.set(verdict, (counts.get(verdict) ?? 0) + 1));
  }
  const ranked = [...all].sort(([a, x], [b, y]) => sum(y) - sum(x) || compareCodePoints(a, b));
  const panels = ranked.slice(0, PANELS).map(([name, counts]) => ({ name, counts }));
  const others = ranked.slice(PANELS);
  if (others.length > 0) panels.push({ name: `${others.length} other publishers`, counts: merge(others) });
  const bars = panels.flatMap(({ name, counts }, panel) =>
    verdicts.map(({ id, label }, at) => ({ panel, name, label, at, count: counts.get(id) ?? 0 })),
  );
  return {
    id: 'verdicts-by-publisher',
    title: 'Verdicts by publisher',
    note: 'Number of claims of each verdict, publisher by publisher, most claims first.',
    table: {
      columns: ['Publisher', ...verdicts.map((verdict) => verdict.label), 'Claims'],
      rows: ranked.map(([name, counts]) => [name, ...verdicts.map(({ id }) => counts.get(id) ?? 0), sum(counts)]),
    },
    svg:
      claims.length === 0
        ? null
        : drawPicture(
            'Bars: number of claims of each verdict for every publisher. The table has the numbers.',
            (width) => ({
              height: panels.length * (verdicts.length * 20 + 44) + 10,
              marginLeft: 150,
              marginRight: 40,
              marginTop: 26,
              marginBottom: 4,
              x: { axis: null },
              y: { axis: null, domain: verdicts.map((verdict) => verdict.label), padding: 0.25 },
              fy: { axis: null, domain: panels.map((_, at) => at), padding: 0.2 },
              marks: [
                Plot.barX(bars, {
                  fy: 'panel',
                  y: 'label',
                  x: 'count',
                  fill: (bar: { at: number }) => `var(--verdict-${bar.at})`,
                  stroke: 'currentColor',
                  strokeWidth: 0.75,
                }),
                Plot.text(bars, {
                  fy: 'panel',
                  y: 'label',
                  x: 'count',
                  text: (bar: { count: number }) => String(bar.count),
                  textAnchor: 'start',
                  dx: 6,
                  fill: 'currentColor',
                }),
                Plot.ruleX([0], { stroke: 'currentColor' }),
                Plot.text(bars, {
                  fy: 'panel',
                  y: 'label',
                  x: 0,
                  text: 'label',
                  textAnchor: 'end',
                  dx: -8,
                  fill: 'currentColor',
                }),
                Plot.text(panels, {
                  fy: (_, at: number) => at,
                  frameAnchor: 'top-left',
                  text: (panel: { name: string; counts: Map<string, number> }) =>
                    `${isolate(shorten(panel.name, width === 'wide' ? 70 : 34))} (${sum(panel.counts)})`,
                  dx: -150,
                  dy: -16,
                  fill: 'currentColor',
                  fontWeight: 600,
                  fontSize: 13,
                }),
              ],
              color: { type: 'identity' },
            }),
          ),
  };
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function merge(publishers: readonly (readonly [string, ReadonlyMap<string, number>])[]): Map<string, number> {
  const merged = new Map<string, number>();
  for (const [, counts] of publishers) {
    for (const [id, count] of counts) merged.set(id, (merged.get(id) ?? 0) + count);
  }
  return merged;
}
