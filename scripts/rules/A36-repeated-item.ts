// A list names a thing once.

import type { Report, Rule } from './engine/rule.ts';
import { forEachRepeat } from './measures/repeats.ts';

export const repeatedItem: Rule = {
  code: 'A36',
  title: 'A list names a thing once.',
  severity: 'error',
  scope: 'article',
  rationale: 'What is listed twice is counted twice.',
  examples: {
    good: [{ edits: [{ replace: 'topics: [river-traffic]', by: 'topics: [river-traffic, town-budget]' }] }],
    bad: [
      {
        edits: [{ replace: 'topics: [river-traffic]', by: 'topics: [river-traffic, river-traffic]' }],
        at: 'river-traffic',
      },
      { edits: [{ replace: 'authors: []', by: 'authors: [Ada Archer, Ben Bow, Ada Archer]' }], at: 'Ada Archer' },
    ],
  },
  check({ article, claims, brokenKeys }, report) {
    if (!brokenKeys.has('authors')) judge(report, '/authors', article.authors);
    for (const { claim, pointer } of claims) {
      if (claim.topics.length > 1) judge(report, `${pointer}/topics`, claim.topics);
      if (claim.same_as.length > 1) judge(report, `${pointer}/same_as`, claim.same_as);
    }
  },
};

function judge(report: Report, pointer: string, items: readonly string[]): void {
  forEachRepeat(items, (i) => {
    const item = items[i] ?? '';
    report({
      pointer: `${pointer}/${i}`,
      message: `\`${item}\` is listed twice.`,
      expected: 'an item that the list does not hold yet',
      found: item,
    });
  });
}
