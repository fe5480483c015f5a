// Numbers and marks → a picture with its question, its drawing and the table behind it.
import { eastAsianWidth } from 'get-east-asian-width';
import { type Child, h, type Node } from '../nodes/node.ts';
import { sayLicence } from '../parts/licence.ts';
import type { Showing } from '../parts/showing.ts';
import { showTable } from '../parts/showing.ts';

/** A table of texts and numbers: what a screen reader reads and what is saved as CSV. */
export interface PictureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A picture of the dataset; `draw` is null where there is nothing to draw, and `note` says why. */
export interface Picture {
  readonly id: string;
  readonly title: string;
  readonly note: Child;
  readonly table: PictureTable;
  readonly draw: ((width: number) => Node) | null;
  /** A drawing that is itself a table. */
  readonly grid?: Child;
}

/** Widths in CSS pixels: a column of text, and a telephone held upright (360 less the margins). */
export const WIDE = 720;
export const NARROW = 328;

/** Rows of a table that a page carries. */
const ROWS = 200;

export function showPicture({ meta }: Pick<Showing, 'meta'>, { id, title, note, table, draw, grid }: Picture): Node {
  const { rows, columns } = table;
  const { citation } = meta;
  return h(
    'section',
    {
      class: 'picture',
      id,
      'aria-labelledby': `${id}-title`,
      'data-source': `${citation.title} ${citation.version}, ${sayLicence({ meta }, citation.license)}`,
    },
    h('h2', { id: `${id}-title` }, title),
    h('p', {}, note),
    draw && [
      h('div', { class: 'drawing wide-only' }, draw(WIDE)),
      h('div', { class: 'drawing narrow-only' }, draw(NARROW)),
    ],
    grid,
    rows.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, 'The numbers as a table'),
        rows.length > ROWS && h('p', {}, `The first ${ROWS} of ${rows.length} rows.`),
        showTable(`Table: ${title}`, columns, rows.slice(0, ROWS), 'values'),
      ),
    rows.length > 0 &&
      h(
        'p',
        { class: 'actions live' },
        draw && [
          h('button', { type: 'button', 'data-save-svg': id, 'aria-label': `Save as SVG: ${title}` }, 'Save as SVG'),
          ' ',
        ],
        h('button', { type: 'button', 'data-save-table': id, 'aria-label': `Save as CSV: ${title}` }, 'Save as CSV'),
      ),
  );
}

/** A drawing; parts that are links are read one by one, so that it is a group with a name. */
export function drawSvg(label: string, width: number, height: number, ...content: readonly Child[]): Node {
  return h(
    'svg',
    { class: 'plot', viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': label },
    ...content,
  );
}

export function text(
  x: number,
  y: number,
  words: string | number,
  className?: string,
  anchor?: 'end' | 'middle',
): Node {
  return h('text', { x: round(x), y: round(y), class: className, 'text-anchor': anchor }, words);
}

export interface Bar {
  readonly label: string;
  readonly count: number;
  readonly className: string;
  readonly href: string | null;
}

const LINE = 24;

/**
 * Room for one character of a label in pixels: of the fonts that a machine may have for 12px the widest, so that no
 * first character is cut away ("31 to 365 days" would be read as "1 to 365"). Full-width characters take a square.
 */
const CHARACTER = 7.2;
const FULL_WIDTH = 12;
/** The share of the width that labels may take. */
const MOST_OF = 0.55;
/** The space between a label and its bar. */
const GAP = 8;

function widthOf(label: string): number {
  return [...label].reduce(
    (sum, sign) => sum + (eastAsianWidth(sign.codePointAt(0) ?? 0) === 2 ? FULL_WIDTH : CHARACTER),
    0,
  );
}

/** The whole label, or as much of it as there is room for. */
function shortenTo(label: string, room: number): string {
  let length = [...label].length;
  while (length > 1 && widthOf(shorten(label, length)) > room) length -= 1;
  return shorten(label, length);
}

/** Where bars begin so that their labels fit and bars have room; panels of one drawing begin at one place. */
export function roomFor(labels: readonly string[], width: number): number {
  return Math.ceil(Math.min(Math.max(0, ...labels.map(widthOf)) + GAP, width * MOST_OF));
}

/** Horizontal bars under a head, each with its count and, where there is one, a link to what is counted. */
export function drawBars(
  bars: readonly Bar[],
  most: number,
  y: number,
  width: number,
  left = roomFor(
    bars.map(({ label }) => label),
    width,
  ),
): Node[] {
  const room = width - left - 44;
  return bars.map(({ label, count, className, href }, at) => {
    const top = y + at * LINE;
    const length = (count / Math.max(most, 1)) * room;
    const drawn = [
      h('rect', { class: 'hit', x: 0, y: top, width, height: LINE }),
      text(left - GAP, top + 16, shortenTo(label, left - GAP), undefined, 'end'),
      h('rect', { class: `${className} edge`, x: left, y: top + 4, width: round(length), height: LINE - 8 }),
      // The space sets label and count apart for those who hear them.
      text(left + length + 6, top + 16, ` ${count}`),
    ];
    return href === null ? h('g', {}, drawn) : h('a', { href }, drawn);
  });
}

export function barsHeight(count: number): number {
  return count * LINE;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Cuts a label that would not fit; the table beside the drawing has it whole. */
export function shorten(label: string, characters: number): string {
  const all = [...label];
  return all.length <= characters
    ? label
    : `${all
        .slice(0, characters - 1)
        .join('')
        .trimEnd()}…`;
}

/** Keeps a name's direction from turning the signs beside it (Unicode's first strong isolate). */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
