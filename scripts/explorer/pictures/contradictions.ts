// Claims → the topics on which the articles' claims fare most differently.
import * as Plot from '@observablehq/plot';
import { compareCodePoints } from '../../values/order.ts';
import type { ExplorerDataset } from '../dataset.ts';
import { drawPicture, isolate, type Picture, shorten } from './picture.ts';

/** Topics and articles that are drawn; the table has them all. */
const TOPICS = 8;
const ARTICLES = 6;

interface Share {
  readonly publisher: string;
  readonly published: string;
  readonly borneOut: number;
  readonly decided: number;
}

interface DrawnRow extends Share {
  readonly row: number;
  readonly part: number;
}

/**
 * The dataset says which claims say the same thing, not which exclude each other; articles contradict each other on a
 * topic in so far as one article's claims on it hold and another's do not. A claim counts as decided when its verdict
 * has a rating, and as borne out when that rating is the scale's highest.
 */
export function pictureContradictions({ claims, verdicts, topics }: ExplorerDataset): Picture {
  const rating = new Map(
    verdicts.flatMap(({ id, rating_value }) => (rating_value === null ? [] : [[id, rating_value]])),
  );
  const best = Math.max(...rating.values());
  const bestLabel = verdicts.find((verdict) => verdict.rating_value === best)?.label ?? '';
  const byTopic = new Map<string, Map<string, Share>>();
  for (const claim of claims) {
    const value = rating.get(claim.verdict);
    if (value === undefined) continue;
    for (const topic of claim.topics) {
      const shares = byTopic.get(topic) ?? new Map<string, Share>();
      const share = shares.get(claim.article_id) ?? {
        publisher: claim.article.publisher,
        published: claim.article.published,
        borneOut: 0,
        decided: 0,
      };
      shares.set(claim.article_id, {
        ...share,
        borneOut: share.borneOut + (value === best ? 1 : 0),
        decided: share.decided + 1,
      });
      byTopic.set(topic, shares);
    }
  }
  const panels = topics
    .map(({ id, label }) => ({ label, shares: rankShares([...(byTopic.get(id) ?? new Map()).values()]) }))
    .filter(({ shares }) => new Set(shares.map(part)).size > 1)
    .sort((one, other) => gap(other.shares) - gap(one.shares) || compareCodePoints(one.label, other.label));
  const rows: DrawnRow[] = [];
  const heads: { row: number; label: string }[] = [];
  for (const { label, shares } of panels.slice(0, TOPICS)) {
    heads.push({ row: rows.length + 2 * heads.length, label });
    for (const share of ends(shares)) {
      rows.push({ ...share, row: rows.length + 2 * heads.length - 1, part: part(share) });
    }
  }
  const lines = rows.length + 2 * heads.length;
  return {
    id: 'contradictions',
    title: 'Where the articles contradict each other',
    note:
      panels.length === 0
        ? 'There is no topic on which the decided claims of two articles fare differently.'
        : `Topics on which one article’s claims hold up and another’s do not: the share of an article’s decided claims that are ${bestLabel.toLowerCase()}. Widest gap first; small numbers count for less.`,
    table: {
      columns: ['Topic', 'Article', bestLabel, 'Decided claims', 'Share in %'],
      rows: panels.flatMap(({ label, shares }) =>
        shares.map((share) => [
          label,
          nameArticle(share),
          share.borneOut,
          share.decided,
          Math.round(part(share) * 100),
        ]),
      ),
    },
    svg:
      panels.length === 0
        ? null
        : drawPicture(
            `Dots: share of claims that are ${bestLabel.toLowerCase()}, by topic and article. The table has the numbers.`,
            (width) => {
              const margin = width === 'wide' ? 280 : 142;
              const name = (row: DrawnRow): string =>
                width === 'wide'
                  ? `${isolate(shorten(row.publisher, 26))}, ${row.published}`
                  : shorten(row.publisher, 20);
              return {
                height: lines * 20 + 30,
                marginLeft: margin,
                marginRight: 64,
                marginTop: 0,
                marginBottom: 30,
                x: {
                  domain: [0, 1],
                  ticks: [0, 0.5, 1],
                  tickFormat: (share: number) => `${share * 100} %`,
                  label: null,
                },
                y: { type: 'band', domain: Array.from({ length: lines }, (_, at) => at), axis: null, padding: 0 },
                marks: [
                  Plot.ruleY(rows, { y: 'row', x1: 0, x2: 1, stroke: 'currentColor', strokeOpacity: 0.2 }),
                  Plot.ruleY(rows, { y: 'row', x1: 0, x2: 'part', stroke: 'var(--bar)', strokeWidth: 2 }),
                  Plot.dot(rows, { y: 'row', x: 'part', r: 5, fill: 'var(--bar)', stroke: 'currentColor' }),
                  Plot.text(rows, {
                    y: 'row',
                    frameAnchor: 'left',
                    textAnchor: 'end',
                    dx: -10,
                    text: name,
                    fill: 'currentColor',
                  }),
                  Plot.text(rows, {
                    y: 'row',
                    frameAnchor: 'right',
                    textAnchor: 'start',
                    dx: 10,
                    text: (row: Share) => `${row.borneOut} of ${row.decided}`,
                    fill: 'currentColor',
                  }),
                  Plot.text(heads, {
                    y: 'row',
                    frameAnchor: 'left',
                    dx: -margin,
                    text: (head: { label: string }) => shorten(head.label, width === 'wide' ? 70 : 40),
                    fill: 'currentColor',
                    fontWeight: 600,
                    fontSize: 13,
                  }),
                ],
              };
            },
          ),
  };
}

function nameArticle({ publisher, published }: Share): string {
  return `${publisher}, ${published}`;
}

function part({ borneOut, decided }: Share): number {
  return borneOut / decided;
}

/** The share that is to be expected, by the rule of succession: one claim of one says less than five of five. */
function expect({ borneOut, decided }: Share): number {
  return (borneOut + 1) / (decided + 2);
}

function rankShares(shares: Share[]): Share[] {
  return shares.sort(
    (one, other) => part(other) - part(one) || compareCodePoints(nameArticle(one), nameArticle(other)),
  );
}

function gap(shares: readonly Share[]): number {
  const expected = shares.map(expect);
  return Math.max(...expected) - Math.min(...expected);
}

/** The articles that stand furthest apart. */
function ends(shares: readonly Share[]): readonly Share[] {
  if (shares.length <= ARTICLES) return shares;
  return [...shares.slice(0, ARTICLES / 2), ...shares.slice(-ARTICLES / 2)];
}
