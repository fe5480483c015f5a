// First reporters → how much of the evidence rests on few of them.
import { originName, type Showing } from '../parts/showing.ts';
import { plural } from '../parts/wording.ts';
import type { DatasetCounts } from './collectCounts.ts';
import { barsHeight, drawBars, drawSvg, type Picture } from './picture.ts';

const DRAWN = 15;

export function pictureOrigins(showing: Showing, { origins }: DatasetCounts): Picture {
  const alone = origins.reduce((sum, origin) => sum + origin.alone, 0);
  const bars = origins.slice(0, DRAWN).map(({ id, claims }) => ({
    label: originName(showing, id),
    count: claims,
    className: 'bar',
    href: showing.link({ name: 'origin', id }),
  }));
  return {
    id: 'origins',
    title: 'Who first reported the evidence',
    note:
      origins.length === 0
        ? 'No first reporter is known.'
        : `Claims for which each is among the evidence${origins.length > DRAWN ? `, the first ${DRAWN} of ${origins.length}` : ''}. Of ${plural(alone, 'claim')} one origin alone is known.`,
    table: {
      columns: ['Origin', 'Claims', 'Only known origin of'],
      rows: origins.map(({ id, claims, alone: only }) => [originName(showing, id), claims, only]),
    },
    draw:
      bars.length === 0
        ? null
        : (width) =>
            drawSvg(
              'Bars: claims for which each first reporter is among the evidence. The table has the numbers.',
              width,
              barsHeight(bars.length) + 4,
              drawBars(bars, bars[0]?.count ?? 1, 0, width),
            ),
  };
}
