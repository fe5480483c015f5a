// Article, vocabulary and clusters → the rows of every table that the article gives.
import { hash } from 'node:crypto';
import type { ArticleSubject } from '../article/subject.ts';
import type {
  AnnotationRow,
  AppearanceRow,
  ArticleRow,
  ClaimRow,
  EvidenceRow,
  QuestionRow,
  RawArticleClaim,
  RawArticleEvidence,
  ReviewRow,
  WithdrawnRow,
} from '../schemas/generated/types.ts';
import { type Days, isAfter, parseEdtf } from '../values/edtf.ts';
import { compareCodePoints } from '../values/order.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Clusters } from './clusters.ts';
import { sentenceOf } from './sentence.ts';
import { isPublished } from './status.ts';

/** Rows of one article, each table in its order. */
export interface ArticleRows {
  articles: ArticleRow[];
  claims: ClaimRow[];
  evidence: EvidenceRow[];
  annotations: AnnotationRow[];
  withdrawn: WithdrawnRow[];
  questions: QuestionRow[];
  reviews: ReviewRow[];
  appearances: AppearanceRow[];
}

export interface RenderOptions {
  vocabulary: Vocabulary;
  clusters: Clusters;
  /** The release in which a withdrawn claim was first left out; claims that no release lists yet are missing. */
  withdrawnIn: ReadonlyMap<string, string>;
  /** The split of each claim that has one; null where there is no ledger of splits. */
  splits: ReadonlyMap<string, NonNullable<ClaimRow['split']>> | null;
  /** `private` adds the columns that hold the article's text. */
  edition: 'public' | 'private';
}

const UNKNOWN = 'unknown';
const LEVELS = ['low', 'medium', 'high'] as const;
const PRIVATE = { edition: 'private' as const };

/**
 * Renders the rows of an article that no rule has an error for. Claims come by number, evidence and votes as written.
 */
export function renderRows(subject: ArticleSubject, options: RenderOptions): ArticleRows {
  const claims = subject.claims
    .map(({ claim }) => ({ claim, number: numberOf(claim.id) }))
    .sort((a, b) => a.number - b.number || compareCodePoints(a.claim.id, b.claim.id))
    .map(({ claim }) => claim);
  const published = claims.filter(isPublished);
  const withdrawn = claims.filter((claim) => claim.status === 'withdrawn');
  const rows: ArticleRows = {
    articles: [],
    claims: [],
    evidence: [],
    annotations: [],
    withdrawn: withdrawn.map((claim) => withdrawnRow(subject.article.id, claim, options)),
    questions: [],
    reviews: [],
    appearances: [],
  };
  if (published.length + withdrawn.length === 0) return rows;
  const article = articleRow(subject, published.length, options);
  rows.articles.push(article);
  for (const claim of published) {
    const days = daysOf(claim.claim_date);
    const evidence = claim.evidence.map((item) => evidenceRow(article.article_id, claim, days, item, options));
    const parts = {
      evidence,
      annotations: annotationRows(article.article_id, claim, options),
      questions: questionRows(article.article_id, claim, options),
      reviews: reviewRows(article.article_id, claim, options),
      appearances: appearanceRows(article.article_id, claim, options),
    };
    rows.claims.push(claimRow(subject, article, claim, days, parts, options));
    rows.evidence.push(...parts.evidence);
    rows.annotations.push(...parts.annotations);
    rows.questions.push(...parts.questions);
    rows.reviews.push(...parts.reviews);
    rows.appearances.push(...parts.appearances);
  }
  return rows;
}

/** Order of claims: the number behind the last `-c`. */
function numberOf(claimId: string): number {
  return Number(claimId.slice(claimId.lastIndexOf('-c') + 2));
}

function articleRow(
  { article, body, text }: ArticleSubject,
  claimsCount: number,
  { vocabulary, edition }: RenderOptions,
): ArticleRow {
  const days = daysOf(article.published);
  const full = article.text === 'full' && text.kind === 'body' ? text : null;
  const synopsis = article.text === 'withheld' ? body.replace(/\s+/g, ' ').trim() : '';
  return {
    article_id: article.id,
    title: article.title,
    title_basis: article.title_basis,
    publisher: publisherName(article.publisher, vocabulary),
    publisher_id: article.publisher,
    authors: article.authors,
    url: article.url,
    url_basis: article.url_basis,
    archive_url: article.archive_url,
    published: article.published,
    published_first: days.first,
    published_last: days.last,
    published_basis: article.published_basis,
    language: article.language,
    translated_from: article.translated_from,
    translated_from_basis: article.translated_from_basis ?? null,
    nature: article.nature,
    derived_from: article.derived_from.map(({ what, url }) => (url === null ? what : `${what} <${escapeBar(url)}>`)),
    license: article.rights?.license ?? null,
    rights_holder: article.rights?.holder ?? null,
    text_status: article.text,
    text_sha256: full === null ? (article.capture?.sha256 ?? null) : hash('sha256', full.text, 'hex'),
    text_characters: full === null ? (article.capture?.characters ?? null) : full.points.length,
    synopsis: synopsis === '' ? null : synopsis,
    claims_count: claimsCount,
    kind: article.kind as ArticleRow['kind'],
    ...(edition === 'private' ? { article_text: textIfAny(text), ...PRIVATE } : {}),
  };
}

function claimRow(
  { article, text }: ArticleSubject,
  row: ArticleRow,
  claim: RawArticleClaim,
  days: Days,
  parts: Pick<ClaimRow, 'evidence' | 'annotations' | 'questions' | 'reviews' | 'appearances'>,
  { vocabulary, clusters, splits, edition }: RenderOptions,
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
    verdict: claim.verdict ?? '',
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
    extra: claim.extra,
  };
}

function evidenceRow(
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

/** The votes on the claim, then those on each piece of its evidence. */
function annotationRows(articleId: string, claim: RawArticleClaim, { edition }: RenderOptions): AnnotationRow[] {
  const onClaim = claim.annotations.map((vote, i) => ({
    annotation_id: `${claim.id}-v${i + 1}`,
    claim_id: claim.id,
    article_id: articleId,
    annotator: vote.annotator,
    verdict: vote.verdict,
    confidence: vote.confidence,
    date: vote.date,
    guideline: vote.guideline,
    note: vote.note ?? null,
    target: claim.id,
    stance: null,
    ...(edition === 'private' ? PRIVATE : {}),
  }));
  if (claim.evidence.every(({ annotations }) => annotations.length === 0)) return onClaim;
  const onEvidence = claim.evidence.flatMap((item) =>
    item.annotations.map((vote, i) => ({
      annotation_id: `${claim.id}-${item.id}-v${i + 1}`,
      claim_id: claim.id,
      article_id: articleId,
      annotator: vote.annotator,
      verdict: null,
      confidence: null,
      date: null,
      guideline: null,
      note: null,
      target: `${claim.id}-${item.id}`,
      stance: vote.stance,
      ...(edition === 'private' ? PRIVATE : {}),
    })),
  );
  return [...onClaim, ...onEvidence];
}

function questionRows(articleId: string, claim: RawArticleClaim, { edition }: RenderOptions): QuestionRow[] {
  return claim.questions.map(({ id, text }) => ({
    question_id: `${claim.id}-${id}`,
    claim_id: claim.id,
    article_id: articleId,
    question: text,
    ...(edition === 'private' ? PRIVATE : {}),
  }));
}

function reviewRows(articleId: string, claim: RawArticleClaim, { edition, vocabulary }: RenderOptions): ReviewRow[] {
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

function appearanceRows(articleId: string, claim: RawArticleClaim, { edition }: RenderOptions): AppearanceRow[] {
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

function withdrawnRow(
  articleId: string,
  claim: RawArticleClaim,
  { edition, withdrawnIn }: RenderOptions,
): WithdrawnRow {
  return {
    claim_id: claim.id,
    article_id: articleId,
    claim: claim.text,
    last_verdict: claim.verdict,
    withdrawn_date: claim.withdrawn?.date ?? '',
    version: withdrawnIn.get(claim.id) ?? null,
    reason: claim.withdrawn?.reason ?? '',
    successors: claim.withdrawn?.successors ?? [],
    ...(edition === 'private' ? PRIVATE : {}),
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

function publisherName(id: string | null, vocabulary: Vocabulary): string {
  return id === null ? UNKNOWN : (vocabulary.publishers.get(id)?.name ?? UNKNOWN);
}

function textIfAny(text: ArticleSubject['text']): string | null {
  return text.kind === 'body' || text.kind === 'capture' ? text.text : null;
}

function daysOf(edtf: string | null): Days {
  return (edtf === null ? null : parseEdtf(edtf)) ?? { first: null, last: null };
}

/** Addresses of rows that have one, as a list. */
function listUrls(rows: readonly { url: string | null }[]): string[] {
  return rows.flatMap(({ url }) => (url === null ? [] : [escapeBar(url)]));
}

/** `|` joins list items in CSV, so an address carries it percent-encoded in every format. */
function escapeBar(url: string): string {
  return url.includes('|') ? url.replaceAll('|', '%7C') : url;
}
