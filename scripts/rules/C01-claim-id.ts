// A claim's id begins with its article's id.
import { isNumberOf } from '../claims/claimNumber.ts';
import type { Rule } from './engine/rule.ts';

export const claimId: Rule = {
  code: 'C01',
  title: "A claim's id is its article's id, `-c` and a number.",
  severity: 'error',
  scope: 'claim',
  rationale: 'The id is all that a citation needs to lead back to the file.',
  examples: {
    good: [],
    bad: [
      {
        edits: [{ replace: 'id: gazette-2024-05-02-c02', by: 'id: gazette-2024-05-03-c02' }],
        at: 'gazette-2024-05-03-c02',
      },
    ],
  },
  check({ claim, pointer }, report, _, { article, brokenKeys, file }) {
    if (!brokenKeys.has('id') && isNumberOf(claim.id, article.id)) return;
    // Where the article's own id is wrong, that is the finding; the claims beside it are not to blame.
    const owner =
      brokenKeys.has('id') || !file.endsWith(`/${article.id}.md`)
        ? file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '')
        : article.id;
    if (claim.id.replace(/-c\d+$/, '') === owner || claim.id.replace(/-c\d+$/, '') === article.id) return;
    const number = /-c(\d+)$/.exec(claim.id)?.[1] ?? '01';
    report({
      pointer: `${pointer}/id`,
      expected: `${owner}-c${number}`,
      found: claim.id,
      hint: 'ids are never reused or renumbered: correct the part before `-c`',
    });
  },
};
