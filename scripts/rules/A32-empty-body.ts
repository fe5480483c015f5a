// Below the front matter stands the article or a synopsis.
import type { Rule } from './engine/rule.ts';

export const emptyBody: Rule = {
  code: 'A32',
  title: 'Below the front matter stands the article, or a synopsis of it.',
  severity: 'error',
  scope: 'article',
  rationale: 'Whoever reviews the claims must be able to learn what the article is about without hunting for it.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            file: 'articles/herald-2024-05-03.md',
            replace:
              'The Harbour Herald reports that the bridge at Aldport is open to cars and carts again after a closure in April,\nand that the ferries, which were busy while it lasted, return to their spring timetable on the first Monday of May.\nIt gives the length of the closure in days, and names neither its cause nor what the repair cost. Nobody is quoted, and\nno document is named as the source of the number. The piece is a few lines long and carries no byline; its headline\nsays no more than that the bridge is open.\n',
            by: '',
          },
        ],
        at: 'text',
      },
    ],
  },
  check({ article, body }, report) {
    if (article.text === 'none' || /\S/.test(body)) return;
    report({
      pointer: '/text',
      part: 'key',
      message: 'Nothing stands below the front matter.',
      expected: article.text === 'full' ? "the article's text" : 'a synopsis in our own words',
      found: 'nothing',
    });
  },
};
