// A translation is made from another language.
import type { Rule } from './engine/rule.ts';

export const translation: Rule = {
  code: 'A35',
  title: 'A translation is made from another language.',
  severity: 'error',
  scope: 'article',
  rationale: 'Whoever picks articles by language relies on both languages being right.',
  examples: {
    good: [{ edits: [{ replace: 'translated_from: null', by: 'translated_from: cs\ntranslated_from_basis: page' }] }],
    bad: [
      {
        edits: [{ replace: 'translated_from: null', by: 'translated_from: en\ntranslated_from_basis: page' }],
        at: 'en',
      },
    ],
  },
  check({ article, brokenKeys }, report) {
    if (article.translated_from === null || brokenKeys.has('language') || article.translated_from !== article.language)
      return;
    report({
      pointer: '/translated_from',
      message: 'The text cannot be translated from the language that it is in.',
      expected: `another language than ${article.language}, or null`,
      found: article.translated_from,
    });
  },
};
