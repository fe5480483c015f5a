// Evidence without an address says where else it is.
import type { Rule } from './engine/rule.ts';

const IMPORTED = (evidence: string) =>
  `---\nid: some-dataset-17\nkind: collection\nlanguage: und\ntext: none\nclaims:\n  - id: some-dataset-17-c01\n    text: A ferry burnt at Aldport.\n    verdict: refuted\n    status: imported\n    source: { name: some-dataset, row: "17" }\n    evidence:\n      - ${evidence}\n---\n`;

export const noAddress: Rule = {
  code: 'E14',
  title: 'Evidence without an address says where else it is, or why it has none.',
  severity: 'warning',
  scope: 'evidence',
  rationale:
    'What nobody can look up again is no evidence; `locator`, `medium` or `answer_type` can say why that is so.',
  examples: {
    good: [
      {
        edits: [
          {
            file: 'articles/some-dataset-17.md',
            replace: '',
            by: IMPORTED('{ id: e1, locator: { page: Aldport, sentence: "3" } }'),
          },
        ],
      },
    ],
    bad: [
      {
        edits: [
          { file: 'articles/some-dataset-17.md', replace: '', by: IMPORTED('{ id: e1, answer: It was put out. }') },
        ],
        at: 'e1',
      },
    ],
  },
  check({ evidence, evidencePointer }, report) {
    const { url, archive_url: archived, locator, medium, answer_type: kind } = evidence;
    if ([url, archived, locator, medium, kind].some((known) => known !== null)) return;
    report({
      pointer: `${evidencePointer}/id`,
      expected: 'an address, or `locator`, `medium` or `answer_type`',
      found: evidence.id,
      hint: 'look for the source, or say what kind of thing it was',
    });
  },
};
