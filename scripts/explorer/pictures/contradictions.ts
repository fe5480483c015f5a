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
    .filter(({ shares }) => shares.length > 1 && gap(shares) > 0)
    .sort((one, other) => gap(other.shares) - gap(one.shares) || compareCodePoints(one.label, other.label));
  const drawn = panels.slice(0, TOPICS).map(({ label, shares }, panel) => ({ label, panel, shares: ends(shares) }));
  const rows = drawn.flatMap(({ panel, shares }) =>
    shares.map((share, row) => ({ ...share, panel, row, share: part(share) })),
  );
  const most = Math.max(1, ...drawn.map(({ shares }) => shares.length));
  return {
    id: 'contradictions',
    title: 'Where the articles contradict each other',
    note:
      panels.length === 0
        ? 'There is no topic on which the decided claims of two articles fare differently.'
        : `Topics on which one article’s claims hold up and another’s do not: the share of an article’s decided claims that are ${bestLabel.toLowerCase()}. Widest gap first.`,
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
              const margin = width === 'wide' ? 280 : 150;
              return {
                height: drawn.length * (most * 21 + 40) + 44,
                marginLeft: margin,
                marginRight: 64,
                marginTop: 30,
                marginBottom: 34,
                x: {
                  domain: [0, 1],
                  ticks: [0, 0.5, 1],
                  tickFormat: (share: number) => `${share * 100} %`,
                  label: null,
                },
                y: { domain: Array.from({ length: most }, (_, at) => at), axis: null, padding: 0.2 },
                fy: { axis: null, padding: 0.22 },
                marks: [
                  Plot.ruleY(rows, { fy: 'panel', y: 'row', x1: 0, x2: 1, stroke: 'currentColor', strokeOpacity: 0.2 }),
                  Plot.ruleY(rows, { fy: 'panel', y: 'row', x1: 0, x2: 'share', stroke: 'var(--bar)', strokeWidth: 2 }),
                  Plot.dot(rows, {
                    fy: 'panel',
                    y: 'row',
                    x: 'share',
                    r: 5,
                    fill: 'var(--bar)',
                    stroke: 'currentColor',
                  }),
                  Plot.text(rows, {
                    fy: 'panel',
                    y: 'row',
                    frameAnchor: 'left',
                    textAnchor: 'end',
                    dx: -10,
                    text: (row: Share) =>
                      `${isolate(shorten(row.publisher, width === 'wide' ? 28 : 12))}, ${row.published}`,
                    fill: 'currentColor',
                  }),
                  Plot.text(rows, {
                    fy: 'panel',
                    y: 'row',
                    frameAnchor: 'right',
                    textAnchor: 'start',
                    dx: 10,
                    text: (row: Share) => `${row.borneOut} of ${row.decided}`,
                    fill: 'currentColor',
                  }),
                  Plot.text(drawn, {
                    fy: 'panel',
                    frameAnchor: 'top-left',
                    dx: -margin,
                    dy: -16,
                    text: (panel: { label: string }) => shorten(panel.label, width === 'wide' ? 70 : 40),
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

function rankShares(shares: Share[]): Share[] {
  return shares.sort(
    (one, other) => part(other) - part(one) || compareCodePoints(nameArticle(one), nameArticle(other)),
  );
}

function gap(shares: readonly Share[]): number {
  const [first, last] = [shares[0], shares.at(-1)];
  return first && last ? part(first) - part(last) : 0;
}

/** The articles that stand furthest apart. */
function ends(shares: readonly Share[]): readonly Share[] {
  if (shares.length <= ARTICLES) return shares;
  return [...shares.slice(0, ARTICLES / 2), ...shares.slice(-ARTICLES / 2)];
}
