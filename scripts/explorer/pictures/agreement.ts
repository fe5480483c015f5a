// Votes → which verdicts two annotators gave the same claim.
import * as Plot from '@observablehq/plot';
import { compareCodePoints } from '../../values/order.ts';
import type { ExplorerDataset } from '../dataset.ts';
import { drawPicture, type Picture, shorten } from './picture.ts';

export function pictureAgreement({ claims, verdicts, manifest }: ExplorerDataset): Picture {
  const pairs = new Map<string, number>();
  const annotators = new Set<string>();
  let total = 0;
  for (const { annotations } of claims) {
    const votes = [...annotations].sort((one, other) => compareCodePoints(one.annotator, other.annotator));
    for (const [at, one] of votes.entries()) {
      for (const other of votes.slice(at + 1)) {
        if (one.annotator === other.annotator) continue;
        const key = `${one.verdict} ${other.verdict}`;
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
        annotators.add(one.annotator).add(other.annotator);
        total += 1;
      }
    }
  }
  const names = [...annotators].sort(compareCodePoints);
  const [rowName, columnName] = names.length === 2 ? names : ['one annotator', 'another'];
  const label = new Map(verdicts.map((verdict) => [verdict.id, verdict.label]));
  const cells = verdicts.flatMap((row) =>
    verdicts.map((column) => ({ row: row.id, column: column.id, count: pairs.get(`${row.id} ${column.id}`) ?? 0 })),
  );
  const most = Math.max(1, ...cells.map((cell) => cell.count));
  const agreement = manifest.counts.agreement;
  const measure = (name: string, value: number | null | undefined): string =>
    typeof value === 'number' ? `, ${name} ${value.toFixed(2)}` : '';
  return {
    id: 'agreement',
    title: 'Agreement between annotators',
    note:
      total === 0
        ? 'No claim has votes of two annotators yet.'
        : `${total} pairs of votes on the same claim; rows ${rowName}, columns ${columnName}; on the diagonal both agree` +
          measure('raw agreement', agreement?.raw) +
          measure('Cohen’s kappa', agreement?.kappa) +
          measure('Krippendorff’s alpha', agreement?.alpha) +
          '.',
    table: {
      columns: [`${rowName} ↓ ${columnName} →`, ...verdicts.map((verdict) => verdict.label)],
      rows: verdicts.map((row) => [row.label, ...verdicts.map(({ id }) => pairs.get(`${row.id} ${id}`) ?? 0)]),
    },
    svg:
      total === 0
        ? null
        : drawPicture(
            'Grid: verdicts of one annotator against those of another. The table has the numbers.',
            (width) => {
              const side = width === 'wide' ? 60 : 32;
              return {
                width: 134 + side * verdicts.length + 46,
                height: 112 + side * verdicts.length + 8,
                marginLeft: 134,
                marginRight: 46,
                marginTop: 112,
                marginBottom: 8,
                x: { domain: verdicts.map(({ id }) => id), axis: null, padding: 0.04 },
                y: { domain: verdicts.map(({ id }) => id), axis: null, padding: 0.04 },
                marks: [
                  Plot.cell(cells, {
                    x: 'column',
                    y: 'row',
                    fill: 'var(--bar)',
                    fillOpacity: (cell: { count: number }) => 0.5 * (cell.count / most) ** 0.5,
                    stroke: 'currentColor',
                    strokeOpacity: 0.25,
                  }),
                  Plot.text(
                    cells.filter((cell) => cell.count > 0),
                    {
                      x: 'column',
                      y: 'row',
                      text: (cell: { count: number }) => String(cell.count),
                      fill: 'currentColor',
                      fontSize: 13,
                    },
                  ),
                  Plot.text(verdicts, {
                    y: 'id',
                    frameAnchor: 'left',
                    textAnchor: 'end',
                    dx: -8,
                    text: (verdict: { id: string }) => shorten(label.get(verdict.id) ?? '', width === 'wide' ? 22 : 19),
                    fill: 'currentColor',
                  }),
                  Plot.text(verdicts, {
                    x: 'id',
                    frameAnchor: 'top',
                    textAnchor: 'start',
                    lineAnchor: 'middle',
                    rotate: -45,
                    dy: -10,
                    text: (verdict: { id: string }) => shorten(label.get(verdict.id) ?? '', width === 'wide' ? 22 : 13),
                    fill: 'currentColor',
                  }),
                ],
                opacity: { type: 'identity' },
              };
            },
          ),
  };
}
