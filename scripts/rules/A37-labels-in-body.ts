// Labels stand above the closing `---`, not below it.
import type { Rule } from './engine/rule.ts';

const CLAIM = /^[ \t]*-[ \t]+id:[ \t]*\S+-c\d{2,}[ \t]*$/m;
const KEYS =
  /^[ \t]*(?:-[ \t]+)?(?:quote|anchor|claimant|asserted_by|claim_date|verdict|justification|distortion|corrected|status|annotations|evidence|stance|shows|same_as|revisions|withdrawn):(?:[ \t].*)?$/gm;
/** One line may be prose with a colon; so many are not. */
const MANY = 3;

export const labelsInBody: Rule = {
  code: 'A37',
  title: 'Labels stand above the line `---` that closes them.',
  severity: 'error',
  scope: 'article',
  rationale:
    'What stands below is the article or its synopsis: a claim that is pasted there is no claim, and would be published as prose.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            file: 'articles/herald-2024-05-03.md',
            replace: '---\nThe Harbour Herald reports',
            by: '---\n  - id: herald-2024-05-03-c02\n    text: The ferries were busy.\n    verdict: supported\nThe Harbour Herald reports',
          },
        ],
        at: '  - id: herald-2024-05-03-c02',
      },
    ],
  },
  check({ source, body }, report) {
    const claim = CLAIM.exec(body);
    const keys = [...body.matchAll(KEYS)];
    const first = claim ?? (keys.length >= MANY ? keys[0] : undefined);
    if (!first) return;
    const start = source.length - body.length + first.index;
    report({
      offsets: [start, start + first[0].length],
      message: 'Labels stand below the line that closes them, where nobody reads them as labels.',
      expected: 'the text of the article, or a synopsis',
      found: first[0].trim(),
      hint: 'move them above the closing `---`, into the list `claims`',
    });
  },
};
