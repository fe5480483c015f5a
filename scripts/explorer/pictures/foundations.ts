// Votes, confidence and evidence → how well founded the verdicts are.
import { h } from '../nodes/node.ts';
import { listClasses, type Showing, verdictLabel } from '../parts/showing.ts';
import { listOf, NOT_SETTLED } from '../view/viewState.ts';
import type { DatasetCounts } from './collectCounts.ts';
import { type Bar, barsHeight, drawBars, drawSvg, type Picture, roomFor, text } from './picture.ts';

const VOTES = [
  ['none', 'no vote here'],
  ['one', 'one vote only'],
  ['agree', 'two or more, all agree'],
  ['differed', 'two or more, differed'],
] as const;
const CONFIDENCE = [
  ['high', 'high'],
  ['medium', 'medium'],
  ['low', 'low'],
  // Votes that differ are for no verdict until they are settled.
  ['none', 'no verdict, or no vote for it'],
] as const;

export function pictureFoundations(showing: Showing, counts: DatasetCounts): Picture {
  const sum = (tally: ReadonlyMap<string, number>, key: string): number =>
    listClasses(showing).reduce((total, id) => total + (tally.get(`${key} ${id}`) ?? 0), 0);
  const open = VOTES.some(([key]) => counts.votes.has(`${key} ${NOT_SETTLED}`));
  const classes = listClasses(showing).filter((id) => open || id !== NOT_SETTLED);
  const { evidence } = counts;
  // Where nobody imported a claim, that some have no vote is not worth a line.
  const kinds = VOTES.filter(([key]) => key !== 'none' || sum(counts.votes, key) > 0);
  const panels: { head: string; bars: Bar[]; most: number }[] = [
    {
      head: 'Claims by their votes',
      most: counts.claims,
      bars: kinds.map(([key, label]) => ({
        label,
        count: sum(counts.votes, key),
        className: 'bar',
        href:
          sum(counts.votes, key) === 0
            ? null
            : showing.link(listOf({ votes: key === 'differed' ? counts.differences : [key] })),
      })),
    },
    {
      head: 'Claims by confidence in their verdict',
      most: counts.claims,
      bars: CONFIDENCE.map(([key, label]) => ({
        label,
        count: sum(counts.confidence, key),
        className: 'bar',
        href: key === 'none' ? null : showing.link(listOf({ confidence: [key] })),
      })).filter(({ count }) => count > 0),
    },
    {
      head: 'Evidence, and what lets others check it',
      most: evidence.all,
      bars: [
        ['all', evidence.all],
        ['first reporter known', evidence.origin],
        ['date known', evidence.dated],
        ['archived copy', evidence.archived],
        ['day of reading', evidence.read],
      ].map(([label, count]) => ({ label: String(label), count: Number(count), className: 'bar', href: null })),
    },
  ];
  return {
    id: 'foundations',
    title: 'How well founded the verdicts are',
    note: `${sum(counts.votes, 'one')} of ${counts.claims} claims rest on one vote. Confidence is the lowest among the votes for a claim’s verdict. Votes, confidence and evidence, each on a scale of its own.`,
    table: {
      columns: ['What', 'Value', ...classes.map((id) => verdictLabel(showing, id)), 'All'],
      rows: [
        ...kinds.map(([key, label]) => [
          'Votes',
          label,
          ...classes.map((id) => counts.votes.get(`${key} ${id}`) ?? 0),
          sum(counts.votes, key),
        ]),
        ...CONFIDENCE.map(([key, label]) => [
          'Confidence',
          label,
          ...classes.map((id) => counts.confidence.get(`${key} ${id}`) ?? 0),
          sum(counts.confidence, key),
        ]),
      ],
    },
    draw:
      counts.claims === 0
        ? null
        : (width) => {
            const labels = panels.flatMap(({ bars }) => bars.map(({ label }) => label));
            const left = roomFor(labels, width);
            let y = 0;
            const drawn = panels.map(({ head, bars, most }) => {
              const top = y;
              y += 30 + barsHeight(bars.length) + 14;
              return h('g', {}, text(0, top + 18, head, 'head'), drawBars(bars, most, top + 28, width, left));
            });
            return drawSvg('Bars: votes, confidence and evidence. The table has the numbers.', width, y, drawn);
          },
  };
}
