// Verdicts by article → bars, an article a panel.
import { h } from '../nodes/node.ts';
import { sayNature } from '../parts/article.ts';
import { describeArticle, listClasses, nameArticle, type Showing, verdictLabel } from '../parts/showing.ts';
import { listOf, NOT_SETTLED } from '../view/viewState.ts';
import type { DatasetCounts } from './collectCounts.ts';
import { barsHeight, drawBars, drawSvg, isolate, type Picture, roomFor, shorten, text } from './picture.ts';

/** Articles with a panel of their own. */
const PANELS = 8;
const HEAD = 46;

export function pictureVerdicts(showing: Showing, { byArticle }: DatasetCounts): Picture {
  const open = [...byArticle.values()].some((counts) => counts[NOT_SETTLED]);
  const classes = listClasses(showing).filter((id) => open || id !== NOT_SETTLED);
  const sum = (counts: Record<string, number>): number =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  // Of all articles only what the table says is held.
  const ranked = [...byArticle]
    .flatMap(([id, counts]) => {
      const article = showing.articles.get(id);
      return article
        ? [{ id, name: nameArticle(article), publisher: article.publisher, counts, all: sum(counts) }]
        : [];
    })
    .sort((one, other) => other.all - one.all);
  const panels = ranked.slice(0, PANELS).flatMap(({ id, counts, all }) => {
    const article = showing.articles.get(id);
    return article ? [{ article, counts, all }] : [];
  });
  const most = Math.max(...panels.map(({ counts }) => Math.max(...Object.values(counts))));
  const left = ranked.length - panels.length;
  return {
    id: 'verdicts-by-article',
    title: 'Verdicts by article',
    note: `Number of claims of each verdict in every article, most claims first${left > 0 ? `; the ${panels.length} longest of ${ranked.length} are drawn` : ''}. One article stands for no outlet: these figures must not be used to rank publishers.`,
    table: {
      columns: ['Article', 'Publisher', ...classes.map((id) => verdictLabel(showing, id)), 'Claims'],
      rows: ranked.map(({ name, publisher, counts, all }) => [
        name,
        publisher,
        ...classes.map((id) => counts[id] ?? 0),
        all,
      ]),
    },
    draw:
      panels.length === 0
        ? null
        : (width) => {
            const used = classes.filter((id) => panels.some(({ counts }) => counts[id]));
            const left = roomFor(
              used.map((id) => verdictLabel(showing, id)),
              width,
            );
            let y = 0;
            const drawn = panels.map(({ article, counts, all }) => {
              const bars = classes
                .map((id, at) => ({
                  label: verdictLabel(showing, id),
                  count: counts[id] ?? 0,
                  className: `v${id === NOT_SETTLED ? -1 : at}`,
                  href: showing.link(listOf({ article: [article.article_id], verdict: [id] })),
                }))
                .filter(({ count }) => count > 0);
              const top = y;
              y += HEAD + barsHeight(bars.length) + 10;
              return h(
                'g',
                {},
                text(0, top + 18, `${isolate(shorten(nameArticle(article), width > 500 ? 84 : 36))} (${all})`, 'head'),
                text(
                  0,
                  top + 36,
                  shorten(`${describeArticle(article)} · ${sayNature(article)}`, width > 500 ? 100 : 48),
                  'muted',
                ),
                drawBars(bars, most, top + HEAD, width, left),
              );
            });
            return drawSvg(
              'Bars: claims of each verdict in every article. The table has the numbers.',
              width,
              y,
              drawn,
            );
          },
  };
}
