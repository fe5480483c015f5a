// Days of claims and evidence → how many were made and published when, by week, month or year.
import { h } from '../nodes/node.ts';
import { sayDate } from '../parts/dates.ts';
import { plural } from '../parts/wording.ts';
import type { DatasetCounts } from './collectCounts.ts';
import { drawSvg, type Picture, round, text } from './picture.ts';

const DAY = 86_400_000;
type Unit = 'week' | 'month' | 'year';

/**
 * The share of the claims that is drawn, and the days before and after them: evidence may be decades old, and is then
 * told in words.
 */
const MIDDLE = 0.95;
const AROUND = 42;
/** Room for the label of a month, in pixels. */
const LABEL = 60;
/** Days that claims speak of and that are marked on the line, each in a row of its own above the bars. */
const MARKED = 3;
const ROW = 13;
/** The height of a panel: its head, and bars below it. */
const PANEL = 150;
/** Room for the label of a day, in pixels. */
const DAY_LABEL = 90;

export function pictureTime({ days, events }: DatasetCounts): Picture {
  const all = [...days.claims, ...days.evidence].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const near = middle([...(days.claims.size > 0 ? days.claims : days.evidence)].sort(([a], [b]) => (a < b ? -1 : 1)));
  const [first, last] = [shift(near[0], -AROUND), shift(near[1], AROUND)];
  const span = first === undefined || last === undefined ? 0 : (Date.parse(last) - Date.parse(first)) / DAY;
  const unit: Unit = span <= 430 ? 'week' : span <= 8 * 366 ? 'month' : 'year';
  const tallies = [days.claims, days.evidence].map((tally) => bin(tally, unit));
  const inside = (start: string): boolean =>
    first !== undefined && last !== undefined && start >= floor(first, unit) && start <= last;
  const starts = [...new Set(tallies.flatMap((tally) => [...tally.keys()]))].sort();
  const far = all.filter(([day]) => !inside(floor(day, unit)));
  const outside = far.reduce((sum, [, count]) => sum + count, 0);
  const marked = [...events]
    .filter(([day]) => first !== undefined && last !== undefined && day >= first && day <= last)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MARKED)
    .sort();
  const bounds = [...new Set([far[0]?.[0] ?? '', far.at(-1)?.[0] ?? ''])].map(sayDate);
  return {
    id: 'time-line',
    title: 'When claims were made and evidence was published',
    note:
      all.length === 0
        ? 'No claim and no evidence has a date.'
        : `Counted by ${unit}. A date that is a month, a year or a span stands at its first day.` +
          (marked.length === 0
            ? ''
            : ` Marked: the days that most claims speak of (${marked.map(([day, count]) => `${sayDate(day)}, ${plural(count, 'claim')}`).join('; ')}).`) +
          (outside === 0
            ? ''
            : ` Far from the rest, and so in the table only: ${plural(outside, 'date')}, ${bounds.length > 1 ? `from ${bounds.join(' to ')}` : bounds[0]}.`) +
          (days.undated === 0
            ? ''
            : ` Without a known first day, and so left out: ${plural(days.undated, 'claim or piece of evidence', 'claims and pieces of evidence')}.`),
    table: {
      columns: [
        unit === 'week' ? 'Week from' : unit === 'month' ? 'Month' : 'Year',
        'Claims made',
        'Evidence published',
      ],
      rows: starts.map((start) => [
        start.slice(0, unit === 'week' ? 10 : unit === 'month' ? 7 : 4),
        ...tallies.map((tally) => tally.get(start) ?? 0),
      ]),
    },
    draw:
      first === undefined || last === undefined
        ? null
        : (width) => {
            const from = Date.parse(floor(first, unit));
            const to = Date.parse(next(floor(last, unit), unit));
            const x = (time: number): number => 34 + ((time - from) / (to - from)) * (width - 42);
            const room = marked.length * ROW;
            const panels = tallies.map((tally, at) =>
              drawPanel(tally, (at + 1) * PANEL + room - 4, x, inside, unit, width),
            );
            const ticks = tickDays(from, to, width > 500 ? 8 : 4);
            const floorY = 2 * PANEL + room + 4;
            return drawSvg(
              `Bars on a time line: claims made and evidence published, a ${unit} each. The table has the numbers.`,
              width,
              floorY + 40,
              panels,
              marked.map(([day], at) =>
                h('path', { class: 'event', d: `M${round(x(Date.parse(day)))} ${28 + at * ROW}V${floorY}` }),
              ),
              ['Claims made', 'Evidence published'].map((name, at) =>
                text(0, at * (PANEL + room) + 18, name, 'head over'),
              ),
              marked.map(([day], at) => {
                const line = x(Date.parse(day));
                const end = line > width - DAY_LABEL;
                return text(line + (end ? -3 : 3), 38 + at * ROW, shortDay(day), 'muted over', end ? 'end' : undefined);
              }),
              // A label begins at its tick: in its middle it would seem to name what stands left of it too. One
              // without room behind its tick is left out: before the tick it would run into another.
              ticks.map((time) =>
                h('g', {}, [
                  h('path', { class: 'rule', d: `M${round(x(time))} ${floorY - 8}v6` }),
                  x(time) <= width - LABEL && text(x(time), floorY + 16, tickLabel(time, unit), 'muted'),
                ]),
              ),
            );
          },
  };
}

function drawPanel(
  tally: ReadonlyMap<string, number>,
  base: number,
  x: (time: number) => number,
  inside: (start: string) => boolean,
  unit: Unit,
  width: number,
) {
  const shown = [...tally].filter(([start]) => inside(start));
  const most = Math.max(1, ...shown.map(([, count]) => count));
  const y = (count: number): number => base - (count / most) * 104;
  return h(
    'g',
    {},
    h('path', { class: 'rule', d: `M34 ${base}H${width - 8}` }),
    text(28, y(most) + 4, most, 'muted', 'end'),
    h('path', { class: 'faint', d: `M34 ${round(y(most))}h4` }),
    shown.map(([start, count]) => {
      const [left, right] = [x(Date.parse(start)), x(Date.parse(next(start, unit)))];
      return h('rect', {
        class: 'bar',
        x: round(left + 0.5),
        y: round(y(count)),
        width: round(Math.max(right - left - 1, 0.5)),
        height: round(base - y(count)),
      });
    }),
  );
}

function shift(day: string | undefined, days: number): string | undefined {
  return day === undefined ? undefined : iso(Date.parse(day) + days * DAY);
}

/** The days between which the middle share of all dates lies. */
function middle(days: readonly (readonly [string, number])[]): readonly [string | undefined, string | undefined] {
  const total = days.reduce((sum, [, count]) => sum + count, 0);
  const cut = (total * (1 - MIDDLE)) / 2;
  const at = (list: readonly (readonly [string, number])[]): string | undefined => {
    let seen = 0;
    for (const [day, count] of list) {
      seen += count;
      if (seen > cut) return day;
    }
    return undefined;
  };
  return [at(days), at([...days].reverse())];
}

function bin(days: ReadonlyMap<string, number>, unit: Unit): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [day, count] of days) counts.set(floor(day, unit), (counts.get(floor(day, unit)) ?? 0) + count);
  return counts;
}

/** The first day of the week (Monday), month or year. */
function floor(day: string, unit: Unit): string {
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`;
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  const time = Date.parse(day);
  return iso(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY);
}

function next(day: string, unit: Unit): string {
  if (unit === 'week') return iso(Date.parse(day) + 7 * DAY);
  if (unit === 'year') return `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}-01-01`;
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return iso(date.getTime());
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** First days of months or years, so many at most. */
function tickDays(from: number, to: number, most: number): number[] {
  const months: number[] = [];
  for (let day = floor(iso(from), 'month'); Date.parse(day) < to; day = next(day, 'month'))
    if (Date.parse(day) >= from) months.push(Date.parse(day));
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((size) => months.length / size <= most) ?? 1200;
  return months.filter((time) => (new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth()) % step === 0);
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function tickLabel(time: number, unit: Unit): string {
  const date = new Date(time);
  return unit === 'year' ? String(date.getUTCFullYear()) : `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

function shortDay(day: string): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}
