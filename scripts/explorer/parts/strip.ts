// An article and its claims → a line from its first character to its last, with a mark where each claim stands.
import type { ArticleRow, ClaimRow } from '../../schemas/generated/types.ts';
import { type Child, h, type Node } from '../nodes/node.ts';
import { verdictMark } from '../pageMeta.ts';
import { groupDigits } from './groupDigits.ts';
import { nameClaim, type Showing } from './showing.ts';

/** Marks are links, and so lie as far apart as a finger needs. */
const PITCH = 24;
const MARK = 13;

/** Draws the strip at the width of a column and of a telephone; where no claim has a place it says so. */
export function drawStrip(showing: Showing, article: ArticleRow, claims: readonly ClaimRow[]): Child {
  const placed = claims.filter((claim) => claim.quote_start !== null);
  const length = article.text_characters ?? 0;
  if (placed.length === 0 || length === 0) return h('p', {}, 'The places of the quotations are not recorded.');
  const caption = `From the first to the last of ${groupDigits(length)} characters; a mark where the quotation of each claim begins. Marks that would touch stand one above the other.`;
  return [
    h(
      'figure',
      { class: 'strip', id: 'strip' },
      h('div', { class: 'drawing wide-only' }, draw(showing, placed, length, 720)),
      h('div', { class: 'drawing narrow-only' }, draw(showing, placed, length, 328)),
      h('figcaption', {}, caption),
    ),
    h('p', { class: 'live' }, h('button', { type: 'button', 'data-save-svg': 'strip' }, 'Save as SVG')),
  ];
}

function draw(showing: Showing, claims: readonly ClaimRow[], length: number, width: number): Node {
  const lanes: number[] = [];
  const room = width - PITCH;
  const marks = claims.map((claim) => {
    const x = PITCH / 2 + ((claim.quote_start ?? 0) / length) * room;
    const free = lanes.findIndex((end) => end + PITCH <= x);
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = x;
    return { claim, x, lane };
  });
  const floor = lanes.length * PITCH + 4;
  return h(
    'svg',
    {
      class: 'plot',
      viewBox: `0 0 ${width} ${floor + 22}`,
      width,
      height: floor + 22,
      role: 'group',
      'aria-label': 'Claims along the text',
    },
    h('path', { class: 'rule', d: `M${PITCH / 2} ${floor}H${width - PITCH / 2}` }),
    h('text', { x: PITCH / 2, y: floor + 16 }, 'start'),
    h('text', { x: width - PITCH / 2, y: floor + 16, 'text-anchor': 'end' }, 'end'),
    marks.map(({ claim, x, lane }) => {
      const at = showing.meta.verdicts.findIndex(({ id }) => id === claim.verdict);
      const y = floor - lane * PITCH - PITCH / 2 - 2;
      return h(
        'a',
        { href: showing.link({ name: 'claim', id: claim.claim_id }), 'aria-label': nameClaim(showing, claim) },
        h('title', {}, nameClaim(showing, claim)),
        lane === 0 && h('path', { class: 'rule', d: `M${round(x)} ${floor}v-5` }),
        h('rect', { class: 'hit', x: round(x - PITCH / 2), y: round(y - PITCH / 2), width: PITCH, height: PITCH }),
        h('path', {
          class: `v${at} edge`,
          d: verdictMark(at),
          transform: `translate(${round(x - MARK / 2)} ${round(y - MARK / 2)}) scale(${round(MARK / 12)})`,
        }),
      );
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
