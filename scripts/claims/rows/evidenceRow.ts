// Piece of evidence and the days of its claim → its row.
import type { EvidenceRow, RawArticleClaim, RawArticleEvidence } from '../../schemas/generated/types.ts';
import { type Days, isAfter, parseEdtf } from '../../values/edtf.ts';
import { PRIVATE, type RenderOptions } from './options.ts';

export function evidenceRow(
  articleId: string,
  claim: RawArticleClaim,
  claimDays: Days,
  item: RawArticleEvidence,
  { edition }: RenderOptions,
): EvidenceRow {
  const published = item.published === null ? null : parseEdtf(item.published);
  return {
    evidence_id: `${claim.id}-${item.id}`,
    claim_id: claim.id,
    article_id: articleId,
    url: item.url,
    archive_url: item.archive_url,
    title: item.title,
    title_basis: item.title_basis ?? null,
    publisher: item.publisher,
    origin: item.origin,
    published: item.published,
    published_first: published?.first ?? null,
    published_last: published?.last ?? null,
    published_basis: item.published_basis,
    accessed: item.accessed,
    stance: item.stance,
    shows: item.shows,
    quote: item.quote,
    after_claim: published && isAfter(published, claimDays),
    language: item.language,
    quote_gloss: item.quote_gloss,
    question_id: item.question === null ? null : `${claim.id}-${item.question}`,
    answer: item.answer,
    answer_type: item.answer_type,
    explanation: item.explanation,
    medium: item.medium,
    evidence_group: item.group,
    locator_page: item.locator?.page ?? null,
    locator_sentence: item.locator?.sentence ?? null,
    ...(edition === 'private' ? PRIVATE : {}),
  };
}
