// An article file with a released claim stays.
import type { Rule } from './engine/rule.ts';

export const releasedArticleMissing: Rule = {
  code: 'R03',
  title: 'An article file with a released claim is not deleted.',
  severity: 'error',
  scope: 'release',
  rationale: 'With the file, the reason why its claims are gone would be gone too.',
  examples: { good: [], bad: [] },
  check({ release, articleFiles, rawFolder }, report) {
    const present = new Set(articleFiles);
    for (const id of release?.articles ?? []) {
      const file = `${rawFolder}/articles/${id}.md`;
      if (present.has(file)) continue;
      report({
        file,
        message: `The article is part of version ${release?.version}, and its file is missing.`,
        expected: 'the file, with every claim that was released',
        hint: 'put the file back and withdraw its claims, each with a reason',
      });
    }
  },
};
