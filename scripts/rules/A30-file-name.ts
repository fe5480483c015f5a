// The file's name is the article's id.
import { isReserved } from '../values/reservedName.ts';
import type { Rule } from './engine/rule.ts';

export const fileName: Rule = {
  code: 'A30',
  title: "The file's name is the article's id.",
  severity: 'error',
  scope: 'article',
  rationale:
    'Whoever knows an id must find its file, on every system, and two files must not claim one id. Windows has no files named `aux`, `con`, `nul`, `prn`, `com1` or `lpt1`.',
  examples: {
    good: [],
    bad: [
      { edits: [{ replace: 'id: gazette-2024-05-02\n', by: 'id: gazette-2024-05-03\n' }], at: 'gazette-2024-05-03' },
    ],
  },
  check({ file, article, brokenKeys }, report) {
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
    if (isReserved(name))
      report({
        pointer: '/id',
        message: `Windows reserves the name \`${name}\`: nobody can check it out there.`,
        expected: 'another name',
        found: name,
        hint: 'rename the file and the id',
      });
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
