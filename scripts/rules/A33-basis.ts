// What is known has a basis, and what is not known has none.
import type { Report, Rule } from './engine/rule.ts';

export const basis: Rule = {
  code: 'A33',
  title: 'What is known says how it is known, and what is not known has no basis.',
  severity: 'error',
  scope: 'article',
  rationale: 'A date that was read on the page and one that was guessed must not look alike.',
  examples: {
    good: [
      {
        edits: [
          {
            replace: 'published: 2024-04-30\n        published_basis: page',
            by: 'published: null\n        published_basis: null',
          },
        ],
      },
    ],
    bad: [
      { edits: [{ replace: 'url_basis: page', by: 'url_basis: null' }], at: 'null' },
      { edits: [{ replace: 'translated_from: null', by: 'translated_from: cs' }], at: 'cs' },
      { edits: [{ replace: 'published: 2024-04-30', by: 'published: null' }], at: 'page' },
    ],
  },
  check({ article, claims, brokenKeys }, report) {
    const isCollection = article.kind === 'collection';
    if (!isCollection && !brokenKeys.has('url') && !brokenKeys.has('url_basis'))
      compare(report, '', 'url', article.url, article.url_basis);
    if (!brokenKeys.has('translated_from') && !brokenKeys.has('translated_from_basis'))
      compare(report, '', 'translated_from', article.translated_from, article.translated_from_basis ?? null);
    for (const { claim, pointer } of claims) {
      if (isCollection || claim.status === 'imported') continue;
      for (let i = 0; i < claim.evidence.length; i++) {
        const evidence = claim.evidence[i];
        if (evidence && (evidence.published === null) !== (evidence.published_basis === null))
          compare(report, `${pointer}/evidence/${i}`, 'published', evidence.published, evidence.published_basis);
      }
    }
  },
};

function compare(report: Report, pointer: string, key: string, value: string | null, known: string | null): void {
  if ((value === null) === (known === null)) return;
  report({
    // This basis alone may be left out, and then there is no place to point at.
    pointer: key === 'translated_from' ? '/translated_from' : `${pointer}/${key}_basis`,
    message:
      value === null
        ? `\`${key}\` is not known, and yet has a basis.`
        : `\`${key}\` is given, but not how it is known.`,
    expected: value === null ? 'null' : 'how it is known',
    found: known ?? 'null',
  });
}
