// Article, vocabulary and clusters → the rows of every table that the article gives.
import type { ArticleSubject } from '../article/subject.ts';
import type {
  AnnotationRow,
  AppearanceRow,
  ArticleRow,
  ClaimRow,
  EvidenceRow,
  QuestionRow,
  ReviewRow,
  WithdrawnRow,
} from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import { annotationRows } from './rows/annotationRows.ts';
import { articleRow } from './rows/articleRow.ts';
import { claimRow } from './rows/claimRow.ts';
import { evidenceRow } from './rows/evidenceRow.ts';
import { daysOf, type RenderOptions } from './rows/options.ts';
import { appearanceRows, questionRows, reviewRows } from './rows/sourceRows.ts';
import { withdrawnRow } from './rows/withdrawnRow.ts';
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
