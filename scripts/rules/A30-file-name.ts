// The file's name is the article's id.
import type { Rule } from './engine/rule.ts';

export const fileName: Rule = {
  code: 'A30',
  title: "The file's name is the article's id.",
  severity: 'error',
  scope: 'article',
  rationale: 'Whoever knows an id must find its file, and two files must not claim one id.',
  examples: {
    good: [],
    bad: [
      { edits: [{ replace: 'id: gazette-2024-05-02\n', by: 'id: gazette-2024-05-03\n' }], at: 'gazette-2024-05-03' },
    ],
  },
  check({ file, article, brokenKeys }, report) {
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
    if (brokenKeys.has('id') || article.id === name) return;
    report({
      pointer: '/id',
      message: `The file is named \`${name}.md\`, the article \`${article.id}\`.`,
      expected: name,
      found: article.id,
      hint: 'rename the file, or write its name without `.md` here',
    });
  },
};
