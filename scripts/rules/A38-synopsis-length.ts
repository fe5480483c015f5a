// A synopsis is long enough to tell what an article is about, and short enough to be one.
import { cutWords, foldText } from '../values/words.ts';
import type { Rule } from './engine/rule.ts';

/**
 * Words, as docs/annotation-guidelines.md asks for them; signs where words are not spaced. A few more or less are no
 * matter.
 */
const FEWEST = 70;
const MOST = 180;

export const synopsisLength: Rule = {
  code: 'A38',
  title: 'A synopsis has 80 to 150 words.',
  severity: 'warning',
  scope: 'article',
  rationale:
    'It is all that a reader of the dataset learns of a withheld article beside its claims; one that is much longer begins to stand in for the article.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            file: 'articles/herald-2024-05-03.md',
            replace:
              'It gives the length of the closure in days, and names neither its cause nor what the repair cost. Nobody is quoted, and\nno document is named as the source of the number. ',
            by: '',
          },
        ],
        at: 'text',
      },
    ],
  },
  check({ article, body, brokenKeys }, report) {
    if (brokenKeys.has('text') || article.text !== 'withheld' || !/\S/.test(body)) return;
    const words = cutWords(foldText(body)).filter(({ kind }) => kind !== 'sign').length;
    if (words >= FEWEST && words <= MOST) return;
    report({
      pointer: '/text',
      part: 'key',
      message: `The synopsis has ${words} words.`,
      expected: '80 to 150 words of our own',
      found: `${words} words`,
    });
  },
};
