// An id of a vocabulary must be defined there.
import { describeIds, findMeant } from '../vocabulary/meant.ts';
import type { VocabularyName } from '../vocabulary/vocabulary.ts';
import type { Report, Rule, RuleContext } from './engine/rule.ts';

const NOUNS: Record<VocabularyName, string> = {
  verdicts: 'verdict',
  publishers: 'publisher',
  entities: 'claimant',
  topics: 'topic',
  licences: 'licence',
  distortions: 'distortion',
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
      {
        edits: [{ replace: '    reported_by: null', by: '    asserted_by: aldport-counsel\n    reported_by: null' }],
        at: 'aldport-counsel',
      },
      {
        why: 'A project without a list of distortions has none to name.',
        edits: [{ replace: '    status: labelled', by: '    distortion: wrong-number\n    status: labelled' }],
        at: 'wrong-number',
      },
    ],
  },
  check({ article, claims, brokenKeys }, report, context) {
    const { vocabulary } = context;
    const isUnknown = (name: VocabularyName, id: string | null): id is string =>
      id !== null && !vocabulary[name].has(id) && !vocabulary.damaged.has(name);
    if (!brokenKeys.has('publisher') && isUnknown('publishers', article.publisher))
      tell('publishers', article.publisher, '/publisher', report, context);
    const licence = article.rights?.license ?? null;
    if (!brokenKeys.has('rights') && isUnknown('licences', licence))
      tell('licences', licence, '/rights/license', report, context);
    for (const { claim, pointer } of claims) {
      const { claimant, asserted_by: asserter, distortion } = claim;
      if (claimant !== 'article' && isUnknown('entities', claimant))
        tell('entities', claimant, `${pointer}/claimant`, report, context);
      if (asserter !== 'claimant' && asserter !== 'article' && isUnknown('entities', asserter))
        tell('entities', asserter, `${pointer}/asserted_by`, report, context);
      if (isUnknown('distortions', distortion))
        tell('distortions', distortion, `${pointer}/distortion`, report, context);
      const { verdict } = claim;
      if (isUnknown('verdicts', verdict)) tell('verdicts', verdict, `${pointer}/verdict`, report, context);
      for (let i = 0; i < claim.topics.length; i++) {
        const topic = claim.topics[i] ?? null;
        if (isUnknown('topics', topic)) tell('topics', topic, `${pointer}/topics/${i}`, report, context);
      }
      for (let i = 0; i < claim.reviews.length; i++) {
        const { publisher = null, verdict: own = null } = claim.reviews[i] ?? {};
        const review = `${pointer}/reviews/${i}`;
        if (isUnknown('publishers', publisher)) tell('publishers', publisher, `${review}/publisher`, report, context);
        if (isUnknown('verdicts', own)) tell('verdicts', own, `${review}/verdict`, report, context);
      }
      for (let i = 0; i < claim.annotations.length; i++) {
        const vote = claim.annotations[i]?.verdict ?? null;
        if (isUnknown('verdicts', vote)) tell('verdicts', vote, `${pointer}/annotations/${i}/verdict`, report, context);
      }
    }
  },
};

function tell(name: VocabularyName, id: string, pointer: string, report: Report, { vocabulary }: RuleContext): void {
  const meant = findMeant(id, name, vocabulary);
  const expected = describeIds(name, vocabulary);
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
