// Claim, its article's row and the rows that hang on it → its row.
import type { ArticleSubject } from '../../article/subject.ts';
import { extraCells, undeclared } from '../../schemas/extra.ts';
import type { ArticleRow, ClaimRow, RawArticleClaim, RawArticleEvidence } from '../../schemas/generated/types.ts';
import type { Days } from '../../values/edtf.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { sentenceOf } from '../sentence.ts';
import { escapeBar, PRIVATE, type RenderOptions, textIfAny, UNKNOWN } from './options.ts';

const LEVELS = ['low', 'medium', 'high'] as const;

export function claimRow(
  { article, text }: ArticleSubject,
  row: ArticleRow,
  claim: RawArticleClaim,
  days: Days,
  parts: Pick<ClaimRow, 'evidence' | 'annotations' | 'questions' | 'reviews' | 'appearances'>,
  { vocabulary, clusters, splits, edition, extra }: RenderOptions,
): ClaimRow {
  const claimant = nameParty(claim.claimant, row, vocabulary);
  const asserter = nameParty(claim.asserted_by === 'claimant' ? claim.claimant : claim.asserted_by, row, vocabulary);
  const { evidence } = parts;
  const verdict = vocabulary.verdicts.get(claim.verdict ?? '');
  const cluster = clusters.get(claim.id);
  return {
    claim_id: claim.id,
    article_id: article.id,
    claim: claim.text,
    quote: claim.quote,
    claimant: claimant.name,
    claimant_role: claim.claimant_role,
    claim_date: claim.claim_date,
    claim_type: claim.type,
    verdict: claim.verdict,
    justification: claim.justification,
    source_publisher: row.publisher,
    source_title: row.title,
    source_url: row.url,
    source_published: row.published,
    source_language: row.language,
    evidence_count: evidence.length,
    evidence_urls: listUrls(evidence),
    status: claim.status as ClaimRow['status'],
    claimant_id: claimant.id,
    claimant_kind: claimant.kind,
    reported_by: claim.reported_by,
    event_date: claim.event_date,
    claim_date_first: days.first,
    claim_date_last: days.last,
    verdict_averitec: verdict?.averitec?.label ?? null,
    verdict_fever: verdict?.fever?.label ?? null,
    confidence: confidenceOf(claim),
    votes: claim.annotations.length,
    origins_count: countOrigins(claim.evidence),
    topics: claim.topics,
    same_as: cluster ? cluster.members.filter((id) => id !== claim.id) : [],
    cluster_id: cluster?.id ?? claim.id,
    quote_start: claim.anchor?.start ?? null,
    quote_end: claim.anchor?.end ?? null,
    adjudication: claim.adjudication ?? null,
    split: splits?.get(claim.id) ?? null,
    asserted_by: asserter.name,
    asserted_by_id: asserter.id,
    asserted_by_kind: asserter.kind,
    distortion: claim.distortion,
    corrected: claim.corrected,
    source_name: claim.source?.name ?? null,
    source_row: claim.source?.row ?? null,
    claim_types: claim.type === null ? claim.also_types : [claim.type, ...claim.also_types],
    places: claim.places,
    verdict_native: claim.verdict_native,
    review_urls: listUrls(parts.reviews),
    ...extraCells(extra.claims, claim.extra),
    ...(edition === 'private'
      ? { quote_sentence: sentenceOf(textIfAny(text), claim.anchor, article.language), ...PRIVATE }
      : {}),
    article: row,
    evidence,
    annotations: parts.annotations,
    revisions: claim.revisions,
    questions: parts.questions,
    reviews: parts.reviews,
    appearances: parts.appearances,
    extra: undeclared(extra.claims, claim.extra),
  };
}

/** Who an id stands for: an entity, or the article's own voice, which is its publisher; null is nobody known. */
function nameParty(
  id: string | null,
  { publisher }: ArticleRow,
  { entities }: Vocabulary,
): { id: string | null; name: string; kind: ClaimRow['claimant_kind'] } {
  if (id === null) return { id: null, name: UNKNOWN, kind: 'unknown' };
  return entities.get(id) ?? { id: null, name: publisher, kind: 'article' };
}

/** The lowest confidence among the votes for the published verdict; null where no vote was for it. */
function confidenceOf({ annotations, verdict }: RawArticleClaim): ClaimRow['confidence'] {
  const has = (level: string) => annotations.some((vote) => vote.verdict === verdict && vote.confidence === level);
  return LEVELS.find(has) ?? null;
}

function countOrigins(evidence: readonly RawArticleEvidence[]): number {
  const origins = new Set<string>();
  for (const { origin } of evidence) if (origin !== null) origins.add(origin);
  return origins.size;
}

/** Addresses of rows that have one, as a list. */
function listUrls(rows: readonly { url: string | null }[]): string[] {
  return rows.flatMap(({ url }) => (url === null ? [] : [escapeBar(url)]));
}
