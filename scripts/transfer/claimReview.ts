// Claim ↔ a ClaimReview of schema.org.
import { viewsAddress } from '../formats/claimReview.ts';
import { omitEmpty } from '../formats/omitEmpty.ts';
import type { Canonical } from './canonical.ts';

export const claimReview: Canonical = {
  kind: 'claimreview',
  file: 'claimreview.jsonld',
  derived: [],
  opening: '{"@context":"https://schema.org","@graph":[\n',
  separator: ',\n',
  closing: '\n]}\n',
  verdictOf: (id, { verdicts }) => verdicts.get(id)?.label ?? null,
  write({ claim, language }, { vocabulary, names, settings }) {
    const [review] = claim.reviews;
    const own = settings.url === null ? null : `${viewsAddress(settings.url)}${claim.id}`;
    const url = review ? review.url : own;
    if (url === null) return 'a ClaimReview needs the address of the review';
    const verdict = review?.verdict_native ?? claim.verdict_native ?? this.verdictOf(claim.verdict ?? '', vocabulary);
    if (verdict === null) return 'a ClaimReview needs a verdict';
    const rating = review?.rating;
    return {
      text: claim.text,
      verdict,
      url,
      reviewed: review?.published ?? null,
      reviewer: review ? (review.publisher === null ? null : names.nameOfPublisher(review.publisher)) : null,
      claimant: claim.claimant === null ? null : names.nameOfEntity(claim.claimant),
      claim_date: claim.claim_date,
      language: review?.language ?? (review || language === 'und' ? null : language),
      title: review?.title ?? null,
      rating: rating?.value ?? null,
      best: rating?.best ?? null,
      worst: rating?.worst ?? null,
      appearances: claim.appearances,
    };
  },
  render: (record) => JSON.stringify(toJsonLd(record as unknown as Flat)),
  mapping: (verdicts) => ({
    fields: {
      id: 'id',
      text: 'text',
      verdict: { path: 'verdict', map: verdicts },
      claimant: 'claimant',
      claim_date: 'claim_date',
    },
    lists: {
      reviews: {
        each: '.',
        fields: {
          url: 'url',
          publisher: 'reviewer',
          published: 'reviewed',
          title: 'title',
          language: 'language',
          verdict: 'verdict',
          rating: 'rating',
          worst: 'worst',
          best: 'best',
        },
      },
      appearances: { each: 'appearances[]', fields: { url: 'url', first: 'first' } },
    },
  }),
};

/** A record as the reader of ClaimReview makes it. */
interface Flat {
  text: string;
  verdict: string;
  url: string;
  reviewed: string | null;
  reviewer: string | null;
  claimant: string | null;
  claim_date: string | null;
  language: string | null;
  title: string | null;
  rating: number | null;
  best: number | null;
  worst: number | null;
  appearances: readonly { url: string | null; first: boolean }[];
}

function toJsonLd(flat: Flat): object {
  const work = ({ url }: { url: string | null }) => ({ '@type': 'CreativeWork', url });
  return omitEmpty({
    '@type': 'ClaimReview',
    url: flat.url,
    claimReviewed: flat.text,
    datePublished: flat.reviewed,
    inLanguage: flat.language,
    headline: flat.title,
    author: flat.reviewer === null ? null : { '@type': 'Organization', name: flat.reviewer },
    reviewRating: omitEmpty({
      '@type': 'Rating',
      ratingValue: flat.rating,
      bestRating: flat.best,
      worstRating: flat.worst,
      alternateName: flat.verdict,
    }),
    itemReviewed: omitEmpty({
      '@type': 'Claim',
      author: flat.claimant === null ? null : { '@type': 'Thing', name: flat.claimant },
      datePublished: flat.claim_date,
      firstAppearance: flat.appearances.filter(({ first }) => first).map(work),
      appearance: flat.appearances.filter(({ first }) => !first).map(work),
    }),
  });
}
