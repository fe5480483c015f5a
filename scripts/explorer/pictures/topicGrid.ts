// Topics and articles → a grid in which every claim is a mark and a link.
import { h } from '../nodes/node.ts';
import { showArticleHead } from '../parts/article.ts';
import {
  linkList,
  linkMark,
  linkView,
  nameArticle,
  nameRuling,
  type Showing,
  showVerdict,
  topicLabel,
} from '../parts/showing.ts';
import type { DatasetCounts } from './collectCounts.ts';
import type { Picture } from './picture.ts';

/** Claims of one cell that are drawn. */
const MARKS = 40;

export function pictureTopics(showing: Showing, { grid, byArticle }: DatasetCounts): Picture {
  const articles = [...grid.keys()].flatMap((id) => showing.articles.get(id) ?? []);
  const topics = showing.meta.topics.filter(({ id }) =>
    [...grid.values()].some((claims) => claims.some((claim) => claim.topics.includes(id))),
  );
  const cell = (topic: string, article: string) =>
    (grid.get(article) ?? []).filter((claim) => claim.topics.includes(topic));
  const drawn = topics.flatMap(({ id }) => articles.flatMap(({ article_id }) => cell(id, article_id)));
  const shown = new Set(drawn.map(({ verdict }) => verdict));
  const used = [...showing.meta.verdicts.map(({ id }) => id), null].filter((id) => shown.has(id));
  return {
    id: 'topics-by-article',
    title: 'What each article says on each topic',
    note:
      topics.length === 0
        ? 'No claim has a topic.'
        : `Every mark is a claim and leads to it; a claim with several topics stands in each.${byArticle.size > articles.length ? ` ${articles.length} of ${byArticle.size} articles are shown.` : ''}`,
    table: {
      columns: ['Topic', 'Article', 'Claim', 'Verdict'],
      rows: topics.flatMap(({ id, label }) =>
        articles.flatMap((article) =>
          cell(id, article.article_id).map((claim) => [
            label,
            nameArticle(article),
            claim.claim,
            nameRuling(showing, claim),
          ]),
        ),
      ),
    },
    draw: null,
    grid:
      topics.length > 0 &&
      h(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Topics by article' },
        h(
          'table',
          { class: 'grid' },
          h(
            'caption',
            { class: 'key' },
            h(
              'span',
              {},
              used.map((id) => [showVerdict(showing, id), ' ']),
            ),
          ),
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              h('th', { scope: 'col' }, 'Topic'),
              articles.map((article) =>
                h(
                  'th',
                  { scope: 'col' },
                  linkView(showing, { name: 'article', id: article.article_id }, showArticleHead(article)),
                ),
              ),
            ),
          ),
          h(
            'tbody',
            {},
            topics.map(({ id }) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, linkList(showing, { topic: [id] }, topicLabel(showing, id))),
                articles.map(({ article_id }) => {
                  const claims = cell(id, article_id);
                  return h(
                    'td',
                    {},
                    h(
                      'span',
                      { class: 'dots' },
                      claims.slice(0, MARKS).map((claim) => linkMark(showing, claim)),
                    ),
                    claims.length > MARKS &&
                      linkList(showing, { topic: [id], article: [article_id] }, `${claims.length - MARKS} more`),
                  );
                }),
              ),
            ),
          ),
        ),
      ),
  };
}
