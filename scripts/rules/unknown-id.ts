// An id of a vocabulary must be defined there.
import { findMeant } from '../vocabulary/meant.ts';
import type { VocabularyName } from '../vocabulary/vocabulary.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

const NOUNS: Record<VocabularyName, string> = {
  verdicts: 'verdict',
  publishers: 'publisher',
  entities: 'claimant',
  topics: 'topic',
  licences: 'licence',
};

export const unknownId: Rule = {
  code: 'V01',
  title: 'An id must be defined in its vocabulary.',
  severity: 'error',
  scope: 'article',
  rationale: 'A verdict, publisher or claimant that nobody defined cannot be counted, mapped or explained to a reader.',
  examples: {
    good: [
      {
        why: "The article's own voice needs no entry.",
        edits: [
          { replace: 'claimant: aldport-council', by: 'claimant: article' },
          { file: 'articles/herald-2024-05-03.md', replace: 'claimant: article', by: 'claimant: aldport-council' },
        ],
      },
    ],
    bad: [
      { edits: [{ replace: 'verdict: refuted\n', by: 'verdict: refutd\n' }], at: 'refutd' },
      { edits: [{ replace: 'publisher: the-gazette', by: 'publisher: the-gazete' }], at: 'the-gazete' },
      { edits: [{ replace: 'claimant: aldport-council', by: 'claimant: aldport-counsel' }], at: 'aldport-counsel' },
      {
        why: 'An alias is a name, and not the id.',
        edits: [{ replace: 'claimant: ada-archer', by: 'claimant: mayor-archer' }],
        at: 'mayor-archer',
      },
    ],
  },
  check({ article, claims, brokenKeys }, report, context) {
    if (!brokenKeys.has('publisher')) look('publishers', article.publisher, '/publisher', report, context);
    if (!brokenKeys.has('rights')) look('licences', article.rights.license, '/rights/license', report, context);
    for (const { claim, pointer } of claims) {
      if (claim.claimant !== 'article') look('entities', claim.claimant, `${pointer}/claimant`, report, context);
      look('verdicts', claim.verdict, `${pointer}/verdict`, report, context);
      for (const [i, topic] of claim.topics.entries()) look('topics', topic, `${pointer}/topics/${i}`, report, context);
      for (const [i, vote] of claim.annotations.entries())
        look('verdicts', vote.verdict, `${pointer}/annotations/${i}/verdict`, report, context);
    }
  },
};

function look(
  name: VocabularyName,
  id: string | null,
  pointer: string,
  report: Report,
  { vocabulary }: RuleContext,
): void {
  if (id === null || vocabulary[name].has(id)) return;
  if (vocabulary.damaged.has(name)) return;
  const meant = findMeant(id, name, vocabulary);
  const known = [...vocabulary[name].keys()];
  const expected =
    known.length <= 12 ? `one of ${known.join(', ')}` : `one of the ${known.length} ids in ${vocabulary.files[name]}`;
  const remark = {
    pointer,
    message: `\`${id}\` is no ${NOUNS[name]} that ${vocabulary.files[name]} defines.`,
    expected,
    found: id,
  };
  if (meant === null) {
    const voice = name === 'entities' ? ", or `article` for the article's own voice" : '';
    report({ ...remark, hint: `define it in ${vocabulary.files[name]}, or use an id that is there${voice}` });
  } else {
    report({
      ...remark,
      hint: meant.name ? `\`${meant.name}\` is a name of \`${meant.id}\`` : `did you mean \`${meant.id}\`?`,
      fix: { title: `write \`${meant.id}\``, changes: [{ kind: 'set', pointer, value: meant.id }] },
    });
  }
}
