// Article, vocabulary and clusters → the rows of every table that the article gives.
import { hash } from 'node:crypto';
import type { ArticleSubject } from '../article/subject.ts';
import type {
  AnnotationRow,
  ArticleRow,
  ClaimRow,
  EvidenceRow,
  RawArticleClaim,
  RawArticleEvidence,
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
  };
  if (published.length + withdrawn.length === 0) return rows;
  const article = articleRow(subject, published.length, options);
  rows.articles.push(article);
  for (const claim of published) {
    const days = daysOf(claim.claim_date);
    const evidence = claim.evidence.map((item) => evidenceRow(article.article_id, claim, days, item, options));
    const annotations = annotationRows(article.article_id, claim, options);
    rows.claims.push(claimRow(subject, article, claim, days, evidence, annotations, options));
    rows.evidence.push(...evidence);
    rows.annotations.push(...annotations);
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
    license: article.rights.license,
    rights_holder: article.rights.holder,
    text_status: article.text,
    text_sha256: full === null ? (article.capture?.sha256 ?? '') : hash('sha256', full.text, 'hex'),
    text_characters: full === null ? (article.capture?.characters ?? 0) : full.points.length,
    synopsis: synopsis === '' ? null : synopsis,
    claims_count: claimsCount,
    ...(edition === 'private' ? { article_text: textIfAny(text), ...PRIVATE } : {}),
  };
}

function claimRow(
  { article, text }: ArticleSubject,
  row: ArticleRow,
  claim: RawArticleClaim,
  days: Days,
  evidence: EvidenceRow[],
  annotations: AnnotationRow[],
  { vocabulary, clusters, splits, edition }: RenderOptions,
): ClaimRow {
  const entity = vocabulary.entities.get(claim.claimant);
  const asserter = vocabulary.entities.get(asserterOf(claim));
  const verdict = vocabulary.verdicts.get(claim.verdict ?? '');
  const cluster = clusters.get(claim.id);
  return {
    claim_id: claim.id,
    article_id: article.id,
    claim: claim.text,
    quote: claim.quote,
    claimant: entity?.name ?? row.publisher,
    claimant_role: claim.claimant_role,
    claim_date: claim.claim_date,
    claim_type: claim.type,
    verdict: claim.verdict ?? '',
    justification: claim.justification ?? '',
    source_publisher: row.publisher,
    source_title: row.title,
    source_url: row.url,
    source_published: row.published,
    source_language: row.language,
    evidence_count: evidence.length,
    evidence_urls: evidence.map(({ url }) => escapeBar(url)),
    status: claim.status as ClaimRow['status'],
    claimant_id: entity?.id ?? null,
    claimant_kind: entity?.kind ?? 'article',
    reported_by: claim.reported_by,
    event_date: claim.event_date,
    claim_date_first: days.first,
    claim_date_last: days.last,
    verdict_averitec: verdict?.averitec?.label ?? null,
    verdict_fever: verdict?.fever?.label ?? null,
    confidence: confidenceOf(claim),
    votes: annotations.length,
    origins_count: countOrigins(claim.evidence),
    topics: claim.topics,
    same_as: cluster ? cluster.members.filter((id) => id !== claim.id) : [],
    cluster_id: cluster?.id ?? claim.id,
    quote_start: claim.anchor?.start ?? null,
    quote_end: claim.anchor?.end ?? null,
    adjudication: claim.adjudication ?? null,
    split: splits?.get(claim.id) ?? null,
    asserted_by: asserter?.name ?? row.publisher,
    asserted_by_id: asserter?.id ?? null,
    asserted_by_kind: asserter?.kind ?? 'article',
    distortion: claim.distortion,
    corrected: claim.corrected,
    ...(edition === 'private'
      ? { quote_sentence: sentenceOf(textIfAny(text), claim.anchor, article.language), ...PRIVATE }
      : {}),
    article: row,
    evidence,
    annotations,
    revisions: claim.revisions,
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
    ...(edition === 'private' ? PRIVATE : {}),
  };
}

function annotationRows(articleId: string, claim: RawArticleClaim, { edition }: RenderOptions): AnnotationRow[] {
  return claim.annotations.map((vote, i) => ({
    annotation_id: `${claim.id}-v${i + 1}`,
    claim_id: claim.id,
    article_id: articleId,
    annotator: vote.annotator,
    verdict: vote.verdict,
    confidence: vote.confidence,
    date: vote.date,
    guideline: vote.guideline,
    note: vote.note ?? null,
    ...(edition === 'private' ? PRIVATE : {}),
  }));
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

/** Who asserts the claim: an id of the entity vocabulary, or `article`. */
function asserterOf({ asserted_by, claimant }: RawArticleClaim): string {
  return asserted_by === 'claimant' ? claimant : asserted_by;
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

function daysOf(edtf: string): Days {
  return parseEdtf(edtf) ?? { first: null, last: null };
}

/** `|` joins list items in CSV, so an address carries it percent-encoded in every format. */
function escapeBar(url: string): string {
  return url.includes('|') ? url.replaceAll('|', '%7C') : url;
}
