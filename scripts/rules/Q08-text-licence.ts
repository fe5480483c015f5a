// A full text is one that may be published; a withheld one has a capture.
import type { Rule } from './engine/rule.ts';

export const textLicence: Rule = {
  code: 'Q08',
  title: 'The text of an article is published only where its licence allows it; a withheld text has a capture.',
  severity: 'error',
  scope: 'article',
  rationale:
    "The repository never carries other people's articles, and a withheld text without a digest cannot be checked by anyone.",
  examples: {
    good: [],
    bad: [
      {
        edits: [
          { replace: 'license: CC-BY-4.0', by: 'license: LicenseRef-all-rights-reserved' },
          {
            file: 'articles/herald-2024-05-03.md',
            replace: 'license: LicenseRef-all-rights-reserved',
            by: 'license: CC-BY-4.0',
          },
        ],
        at: 'full',
      },
    ],
  },
  check({ article, brokenKeys }, report, { vocabulary }) {
    if (brokenKeys.has('text') || brokenKeys.has('capture') || brokenKeys.has('rights')) return;
    const licence = vocabulary.licences.get(article.rights?.license ?? '');
    if (article.text === 'full' && licence && !licence.text_may_be_published) {
      report({
        pointer: '/text',
        message: `The licence ${licence.id} does not allow the text to be published.`,
        expected: 'withheld',
        found: 'full',
        hint: 'move the text to raw/captures/ and write a synopsis',
      });
    }
    if (article.text === 'withheld' && !article.capture) {
      report({
        pointer: '/text',
        part: 'key',
        message: 'A withheld text needs a capture.',
        expected: 'the key `capture` with file, norm, sha256 and characters',
        found: 'nothing',
      });
    }
  },
};
