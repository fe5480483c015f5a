// A collection has no text, and only a collection has none.
import type { Rule } from './engine/rule.ts';

const COLLECTION =
  '---\nid: some-dataset-17\nkind: collection\nlanguage: und\ntext: none\nclaims:\n  - id: some-dataset-17-c01\n    text: A ferry burnt at Aldport.\n    verdict: refuted\n    status: imported\n    source: { name: some-dataset, row: "17" }\n---\n';

export const collection: Rule = {
  code: 'A39',
  title: 'A collection has no text, and only a collection has none.',
  severity: 'error',
  scope: 'article',
  rationale:
    'A collection gathers claims from elsewhere, so there is nothing that a quotation could be looked for in; what stands below its labels would be published nowhere.',
  examples: {
    good: [{ edits: [{ file: 'articles/some-dataset-17.md', replace: '', by: COLLECTION }] }],
    bad: [
      { edits: [{ replace: 'text: full', by: 'text: none' }], at: 'none' },
      {
        edits: [
          {
            file: 'articles/some-dataset-17.md',
            replace: '',
            by: `${COLLECTION.replace('none', 'full')}A ferry burnt.\n`,
          },
        ],
        at: 'full',
      },
      {
        edits: [{ file: 'articles/some-dataset-17.md', replace: '', by: `${COLLECTION}A ferry burnt.\n` }],
        at: 'none',
      },
    ],
  },
  check({ article, body, brokenKeys }, report) {
    if (brokenKeys.has('kind') || brokenKeys.has('text')) return;
    const isCollection = article.kind === 'collection';
    const remark = { pointer: '/text', found: article.text };
    if (isCollection !== (article.text === 'none'))
      report({
        ...remark,
        message: isCollection ? 'A collection has no text.' : 'An article has a text.',
        expected: isCollection ? 'none' : 'full or withheld',
      });
    else if (isCollection && article.capture !== null)
      report({ ...remark, message: 'A collection has no text, and yet a capture.', expected: 'no `capture`' });
    else if (isCollection && /\S/.test(body))
      report({
        ...remark,
        message: 'Below the labels of a collection stands a text.',
        expected: 'nothing below the closing `---`',
        hint: 'take it out, or write an article of its own',
      });
  },
};
