// A folder of raw data holds nothing that would be passed over.
import type { Rule } from './engine/rule.ts';

export const misplacedFile: Rule = {
  code: 'A23',
  title: 'A file must lie where it is read.',
  severity: 'error',
  scope: 'form',
  rationale: 'Labels in a file that is passed over in silence look published and are not.',
  examples: {
    good: [
      {
        why: 'An empty folder is kept by a file that says so.',
        edits: [{ file: 'articles/.gitkeep', replace: '', by: '' }],
      },
    ],
    bad: [
      { edits: [{ file: 'articles/gazette-2024-05-04.markdown', replace: '', by: 'notes\n' }], at: '' },
      { edits: [{ file: 'articles/may/gazette-2024-05-04.md', replace: '', by: 'notes\n' }], at: '' },
      { edits: [{ file: 'vocabulary/entity.yml', replace: '', by: '[]\n' }], at: '' },
    ],
  },
};
