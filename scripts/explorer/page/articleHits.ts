// A query → the articles whose titles hold its words.
import type { ArticleRow } from '../../schemas/generated/types.ts';
import { h } from '../nodes/node.ts';
import { describeArticle, linkView, nameArticle } from '../parts/showing.ts';
import { foldWord, splitWords } from '../search/foldWords.ts';
import { draw } from './dom.ts';
import type { Store } from './store.ts';
import { whenIdle } from './whenIdle.ts';

/** Articles that are shown at most, and letters of a query from which they are. */
const SHOWN = 3;
const LETTERS = 3;
/** Titles that are folded at a time: a few milliseconds. */
const STEP = 100;
/** Stands before each folded word, and in none. */
const START = '\n';

/** Makes the function that finds the articles whose title holds every word of a query, or the beginnings of them. */
export function makeArticleHits(store: Store): (query: string) => HTMLElement[] {
  const articles = [...store.articles.values()];
  const titles: string[] = [];
  const fold = (count: number): void => {
    for (const { title, article_id } of articles.slice(titles.length, titles.length + count))
      titles.push(
        START +
          splitWords(`${title ?? ''} ${article_id}`)
            .map(foldWord)
            .join(START),
      );
  };
  // Thousands of titles take longer than a letter may: they are folded before one is typed, while nothing else is done.
  whenIdle(() => {
    fold(STEP);
    return titles.length < articles.length;
  });
  const show = (article: ArticleRow): HTMLElement =>
    draw(
      h(
        'li',
        {},
        'Article: ',
        linkView(store, { name: 'article', id: article.article_id }, nameArticle(article)),
        ' (',
        describeArticle(article),
        ')',
      ),
    );
  return (query) => {
    const words = splitWords(query).map(foldWord);
    if (words.length === 0 || query.length < LETTERS) return [];
    fold(articles.length);
    const hits: HTMLElement[] = [];
    for (let at = 0; at < articles.length && hits.length < SHOWN; at += 1) {
      const [article, title] = [articles[at], titles[at]];
      if (article && title && words.every((word) => title.includes(START + word))) hits.push(show(article));
    }
    return hits;
  };
}
