// A folder of raw data holds nothing that would be passed over.
import type { Rule } from './engine/rule.ts';

const SOURCE = `name: some-dataset
licence: CC-BY-4.0
files: [{ path: claims.csv, sha256: ${'a'.repeat(64)}, records: 2 }]
claims: 2
drafts: 0
mapping: { mapping: 1, name: some-dataset, files: [{ path: claims.csv }] }
`;

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
      { edits: [{ file: 'sources/some-dataset.yml', replace: '', by: SOURCE }] },
    ],
    bad: [
      { edits: [{ file: 'articles/gazette-2024-05-04.markdown', replace: '', by: 'notes\n' }], at: '' },
      { edits: [{ file: 'articles/may/gazette-2024-05-04.md', replace: '', by: 'notes\n' }], at: '' },
      { edits: [{ file: 'vocabulary/entity.yml', replace: '', by: '[]\n' }], at: '' },
      { edits: [{ file: 'sources/some-dataset.yaml', replace: '', by: SOURCE }], at: '' },
      {
        why: 'Claims name a source, and its file is looked for under that name.',
        edits: [{ file: 'sources/another.yml', replace: '', by: SOURCE }],
        at: 'some-dataset',
      },
    ],
  },
};
