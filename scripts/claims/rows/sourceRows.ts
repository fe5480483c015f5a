// Claim that others made or judged → the rows of its questions, reviews and appearances.
import type { AppearanceRow, QuestionRow, RawArticleClaim, ReviewRow } from '../../schemas/generated/types.ts';
import { daysOf, PRIVATE, publisherName, type RenderOptions } from './options.ts';

export function questionRows(articleId: string, claim: RawArticleClaim, { edition }: RenderOptions): QuestionRow[] {
  return claim.questions.map(({ id, text }) => ({
    question_id: `${claim.id}-${id}`,
    claim_id: claim.id,
    article_id: articleId,
    question: text,
    ...(edition === 'private' ? PRIVATE : {}),
  }));
}

export function reviewRows(
  articleId: string,
  claim: RawArticleClaim,
  { edition, vocabulary }: RenderOptions,
): ReviewRow[] {
  return claim.reviews.map((review, i) => {
    const days = daysOf(review.published);
    return {
      review_id: `${claim.id}-r${i + 1}`,
      claim_id: claim.id,
      article_id: articleId,
      publisher: publisherName(review.publisher, vocabulary),
      publisher_id: review.publisher,
      url: review.url,
      archive_url: review.archive_url,
      title: review.title,
      published: review.published,
      published_first: days.first,
      published_last: days.last,
      language: review.language,
      verdict_native: review.verdict_native,
      rating_value: review.rating?.value ?? null,
      rating_worst: review.rating?.worst ?? null,
      rating_best: review.rating?.best ?? null,
      verdict: review.verdict,
      ...(edition === 'private' ? PRIVATE : {}),
    };
  });
}

export function appearanceRows(articleId: string, claim: RawArticleClaim, { edition }: RenderOptions): AppearanceRow[] {
  return claim.appearances.map((appearance, i) => {
    const days = daysOf(appearance.published);
    return {
      appearance_id: `${claim.id}-a${i + 1}`,
      claim_id: claim.id,
      article_id: articleId,
      url: appearance.url,
      archive_url: appearance.archive_url,
      medium: appearance.medium,
      published: appearance.published,
      published_first: days.first,
      published_last: days.last,
      first: appearance.first,
      ...(edition === 'private' ? PRIVATE : {}),
    };
  });
}
