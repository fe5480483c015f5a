// Row of a claim → a schema.org ClaimReview (https://schema.org/ClaimReview).
import type { Settings } from '../project/settings.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';
import type { ClaimRow, EntityRow } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { licenceAddress } from './licence.ts';
import { omitEmpty } from './omitEmpty.ts';

/** What a review needs beside its row. */
export interface ReviewContext {
  settings: Settings;
  vocabulary: Vocabulary;
}

export const REVIEWS_OPENING = '{"@context":"https://schema.org","@graph":[\n';
export const REVIEWS_CLOSING = '\n]}\n';

const { minimum: WORST, maximum: BEST } = SCHEMAS['raw/verdicts.schema.json'].items.properties.rating_value;

const KINDS: Record<EntityRow['kind'], string> = {
  person: 'Person',
  government: 'GovernmentOrganization',
  organisation: 'Organization',
  media: 'NewsMediaOrganization',
  group: 'Organization',
};

/** Whether a verdict allows a review: `claim_review` of the scale, true unless it says false. */
export function isReviewed(verdict: string, vocabulary: Vocabulary): boolean {
  return vocabulary.verdicts.get(verdict)?.claim_review !== false;
}

/**
 * The review as one line of JSON. `ratingValue` is there only where the scale gives a number; `dateCreated` is the day of the last vote; `url`, which is the
 * page of the review, only where CITATION.cff has an address. Dates that are intervals have no form in schema.org and are left out.
 */
export function renderClaimReview(row: ClaimRow, { settings, vocabulary }: ReviewContext): string {
  const verdict = vocabulary.verdicts.get(row.verdict);
  const value = verdict?.rating_value ?? null;
  const dates = row.annotations.map(({ date }) => date).sort(compareCodePoints);
  const review = omitEmpty({
    '@type': 'ClaimReview',
    identifier: row.claim_id,
    url: settings.url,
    claimReviewed: row.claim,
    reviewBody: row.justification,
    dateCreated: dates.at(-1),
    author: settings.authors.map(({ kind, name }) => ({
      '@type': kind === 'person' ? 'Person' : 'Organization',
      name,
    })),
    license: licenceAddress(settings.license),
    reviewRating: {
      '@type': 'Rating',
      ...(value === null ? {} : { ratingValue: value, bestRating: BEST, worstRating: WORST }),
      alternateName: verdict?.label ?? row.verdict,
    },
    itemReviewed: omitEmpty({
      '@type': 'Claim',
      author: claimantOf(row, vocabulary),
      datePublished: isoDate(row.claim_date),
      appearance: omitEmpty({
        '@type': 'NewsArticle',
        headline: row.source_title,
        url: row.source_url,
        datePublished: isoDate(row.source_published),
        inLanguage: row.source_language,
        publisher: publisherOf(row),
      }),
    }),
    citation: row.evidence.map(({ url, title, published }) =>
      omitEmpty({ '@type': 'CreativeWork', url, name: title, datePublished: published && isoDate(published) }),
    ),
  });
  return JSON.stringify(review);
}

/** The claimant; for the article's own voice its publisher, or nobody where that is not known. */
function claimantOf(row: ClaimRow, vocabulary: Vocabulary): object | null {
  const entity = vocabulary.entities.get(row.claimant_id ?? '');
  if (!entity) return publisherOf(row);
  return omitEmpty({
    '@type': KINDS[entity.kind],
    name: entity.name,
    jobTitle: entity.kind === 'person' ? row.claimant_role : null,
    sameAs: entity.wikidata ? `https://www.wikidata.org/wiki/${entity.wikidata}` : null,
  });
}

function publisherOf({ article }: ClaimRow): object | null {
  return article.publisher_id === null ? null : { '@type': 'Organization', name: article.publisher };
}

/** An EDTF date that is an ISO 8601 date too. */
function isoDate(edtf: string): string | null {
  return edtf.includes('/') ? null : edtf;
}
