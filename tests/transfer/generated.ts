// Datasets of every format, made to go wrong.

import { hostileText } from '../hostile.ts';
import fc from '../property.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 });
const claim = hostileText.map((text) => (/^[\s\u0085]*$/.test(text) ? `A claim.${text}` : text));
const address = fc.oneof(
  { weight: 4, arbitrary: fc.webUrl() },
  { weight: 1, arbitrary: fc.constantFrom('', 'Metadata', 'N/A', ' https://example.org/a ', 'www.example.org') },
  { weight: 1, arbitrary: hostileText },
);
const day = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 })).map(([d, m]) => `${d}-${m}-2021`),
  fc.constantFrom('01-02-2021', '31-2-2021', ''),
);
const answer = fc.record(
  {
    answer: maybe(hostileText),
    answer_type: fc.constantFrom('Extractive', 'Boolean', '', null),
    source_url: maybe(address),
    source_medium: maybe(hostileText),
    boolean_explanation: hostileText,
    cached_source_url: address,
  },
  { requiredKeys: ['answer', 'answer_type', 'source_url', 'source_medium'] },
);
const question = fc.record({ question: maybe(hostileText), answers: fc.array(answer, { maxLength: 3 }) });
const types = [
  'Event/Property Claim',
  'Quote Verification',
  'Numerical Claim',
  'Causal Claim',
  'Position Statement',
  'x',
];

export const averitecRow = fc.record({
  claim,
  required_reannotation: fc.boolean(),
  label: fc.constantFrom('Supported', 'Refuted', 'Not Enough Evidence', 'Conflicting Evidence/Cherrypicking'),
  justification: maybe(hostileText),
  claim_date: maybe(day),
  speaker: maybe(hostileText),
  original_claim_url: maybe(address),
  fact_checking_article: maybe(address),
  reporting_source: maybe(hostileText),
  location_ISO_code: fc.constantFrom('US', 'IN', 'us', '', null),
  claim_types: fc.array(fc.constantFrom(...types), { maxLength: 3 }),
  fact_checking_strategies: fc.array(hostileText, { maxLength: 2 }),
  questions: fc.array(question, { maxLength: 3 }),
  cached_original_claim_url: maybe(address),
});

const sentence = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(), claim, fc.nat(9)),
  fc.tuple(fc.nat(), fc.constant(null), fc.constant(null), fc.constant(null)),
);

export const feverRow = fc.record({
  id: fc.nat(),
  verifiable: fc.constantFrom('VERIFIABLE', 'NOT VERIFIABLE'),
  label: fc.constantFrom('SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'),
  claim,
  evidence: fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
});

const person = fc.oneof(
  hostileText,
  hostileText.map((name) => ({ '@type': 'Person', name })),
  fc.constant([{ '@type': 'Person', name: 'Ada Archer' }, 'Ben Baker']),
);
const work = fc.oneof(
  fc.webUrl(),
  fc.webUrl().map((url) => ({ '@type': 'CreativeWork', url })),
  fc.array(fc.webUrl(), { maxLength: 2 }),
  fc.constant('https://example.org/a, https://example.org/b'),
);
const number = fc.oneof(fc.integer({ min: -1, max: 6 }), fc.integer({ min: 0, max: 6 }).map(String), fc.constant(null));

const reviewWith = (verdicts: readonly string[]) =>
  fc.record(
    {
      '@type': fc.constantFrom<unknown>('ClaimReview', ['ClaimReview', 'Review'], 'MediaReview'),
      url: fc.oneof({ weight: 5, arbitrary: fc.webUrl() }, { weight: 1, arbitrary: fc.constantFrom('/x', null) }),
      datePublished: fc.constantFrom('2024-03-01', '2024-03-01T10:00:00Z', '12/03/2024'),
      author: person,
      claimReviewed: hostileText,
      headline: hostileText,
      inLanguage: fc.constantFrom('en', 'de', 'no language'),
      itemReviewed: fc.record(
        { '@type': fc.constant('Claim'), text: hostileText, author: person, appearance: work, firstAppearance: work },
        { requiredKeys: ['@type'] },
      ),
      reviewRating: fc.record(
        {
          '@type': fc.constant('Rating'),
          alternateName: fc.constantFrom(...verdicts),
          ratingValue: number,
          bestRating: number,
          worstRating: number,
        },
        { requiredKeys: ['alternateName'] },
      ),
    },
    { requiredKeys: ['@type', 'url', 'claimReviewed', 'reviewRating'] },
  );

/** Verdicts that the map of the tests has, and a text that is none; a review that a map does not know is a draft. */
export const MAPPED = ['False', 'Mostly true', ' True ', ''];

export const feedWith = (verdicts: readonly string[]) => feedOf(reviewWith(verdicts));

const feedOf = (review: fc.Arbitrary<object>) =>
  fc.oneof(
    fc.array(review, { maxLength: 4 }),
    fc.array(review, { maxLength: 4 }).map((items) => ({ '@context': 'https://schema.org', '@graph': items })),
    fc.array(maybe(review), { maxLength: 4 }).map((items) => ({
      '@type': 'DataFeed',
      dataFeedElement: items.map((item) => ({
        '@type': 'DataFeedItem',
        url: 'https://feed.example.org/1',
        item: [item],
      })),
    })),
  );

export const tableRow = fc.record({
  claim,
  verdict: fc.constantFrom('true', 'FALSE ', 'half'),
  who: hostileText,
  day: fc.constantFrom('1.3.2023', '01.03.2023', ''),
  page: address,
  note: hostileText,
});
