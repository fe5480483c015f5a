// Cells of an article's rows → the reviews of its claims in UTF-8.
import type { ArticleRow, ClaimRow, RawEntities } from '../../schemas/generated/types.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import {
  dateOf,
  describeReviewer,
  identify,
  isQuoted,
  isReviewed,
  lastVote,
  REVIEWS,
  type ReviewContext,
  ratingOf,
  sameAs,
  viewsAddress,
} from '../claimReview.ts';
import { NULL } from './look.ts';
import type { RowCells } from './rowCells.ts';
import type { TableRows } from './tableCells.ts';
import type { Piece, Utf8Page } from './utf8Page.ts';

const CLOSING_BRACKET = 0x5d;
const CLOSING_BRACE = 0x7d;

/** The cells that reviews are put together from, of the rows of one article. */
export type ReviewCells = Record<'claims' | 'articles' | 'evidence' | 'annotations', RowCells>;

/** Writes reviews as claimReview.ts renders them. */
export class ReviewWriter {
  private readonly page: Utf8Page;
  private readonly cells: ReviewCells;
  private readonly vocabulary: Vocabulary;
  private readonly at: ReturnType<typeof locateCells>;
  private readonly pieces: ReturnType<typeof keepPieces>;
  private readonly entities = new Map<string, { opening: string; closing: string }>();

  constructor(cells: ReviewCells, context: ReviewContext) {
    this.page = cells.claims.page;
    this.cells = cells;
    this.vocabulary = context.vocabulary;
    this.at = locateCells(cells);
    this.pieces = keepPieces(this.page, context);
  }

  /** Writes the reviews of an article. The cells are those of these rows. Gives how many there are. */
  write({ claims = [], articles: [article] = [] }: TableRows): number {
    if (!article) return 0;
    const { page } = this;
    let reviews = 0;
    let evidence = 0;
    let votes = 0;
    for (const [i, row] of claims.entries()) {
      if (isReviewed(row.verdict, this.vocabulary)) {
        if (reviews++ > 0) page.put(this.pieces.between);
        this.writeReview(row, article, i, evidence, votes);
      }
      evidence += row.evidence.length;
      votes += row.annotations.length;
    }
    return reviews;
  }

  /** @param evidence the first row of the claim's evidence; @param votes the first of its votes. */
  private writeReview(row: ClaimRow, article: ArticleRow, i: number, evidence: number, votes: number): void {
    const { page, pieces, at } = this;
    const { claims, annotations } = this.cells;
    page.put(pieces.identifier);
    claims.copy(i, at.claims.claim_id);
    if (pieces.view !== null) {
      page.put(pieces.view);
      // The id without its opening quotation mark.
      page.copy(claims.start(i, at.claims.claim_id) + 1, claims.end(i, at.claims.claim_id));
    }
    page.put(pieces.claimReviewed);
    claims.copy(i, at.claims.claim);
    page.put(pieces.reviewBody);
    claims.copy(i, at.claims.justification);
    const last = lastVote(row);
    if (last !== null) {
      page.put(pieces.dateCreated);
      annotations.copy(votes + row.annotations.indexOf(last), at.annotations.date);
    }
    page.put(pieces.reviewer);
    const rating = pieces.ratings.get(row.verdict ?? '');
    if (rating) page.put(rating);
    else page.text(renderRating(row.verdict ?? '', this.vocabulary));
    page.put(pieces.itemReviewed);
    this.writeAsserter(row, article, i);
    if (isQuoted(row)) this.writeEntity(pieces.about, row.claimant_id, i, true);
    this.writeDate(row.claim_date, claims, i, at.claims.claim_date);
    page.put(pieces.headline);
    claims.copy(i, at.claims.source_title);
    this.writeField(pieces.url, claims, i, at.claims.source_url);
    this.writeDate(row.source_published, claims, i, at.claims.source_published);
    page.put(pieces.inLanguage);
    claims.copy(i, at.claims.source_language);
    this.writePublisher(pieces.publisher, article);
    page.put(pieces.closing);
    this.writeCitations(row, evidence);
    page.byte(CLOSING_BRACE);
  }

  /** Who asserts the claim; where the article does its publisher, or nobody where that is not known. */
  private writeAsserter(row: ClaimRow, article: ArticleRow, i: number): void {
    const { asserted_by_id: id, claimant_id } = row;
    if (!this.writeEntity(this.pieces.asserter, id, i, id === claimant_id))
      this.writePublisher(this.pieces.author, article);
  }

  /** Writes an entity as a property, with its role where that is the claimant's. Gives whether there is one. */
  private writeEntity(name: Piece, id: string | null, i: number, isClaimant: boolean): boolean {
    const { page, pieces, at } = this;
    const entity = this.vocabulary.entities.get(id ?? '');
    if (!entity) return false;
    const { opening, closing } = this.describe(entity);
    page.put(name);
    page.text(opening);
    if (isClaimant && entity.kind === 'person')
      this.writeField(pieces.jobTitle, this.cells.claims, i, at.claims.claimant_role);
    page.text(closing);
    return true;
  }

  private describe(entity: RawEntities[number]): { opening: string; closing: string } {
    const known = this.entities.get(entity.id);
    if (known) return known;
    const address = sameAs(entity.wikidata);
    const described = {
      opening: JSON.stringify(identify(entity)).slice(0, -1),
      closing: address === null ? '}' : `,"sameAs":${JSON.stringify(address)}}`,
    };
    this.entities.set(entity.id, described);
    return described;
  }

  private writePublisher(opening: Piece, { publisher_id }: ArticleRow): void {
    if (publisher_id === null) return;
    this.page.put(opening);
    this.cells.articles.copy(0, this.at.articles.publisher);
    this.page.byte(CLOSING_BRACE);
  }

  private writeCitations({ evidence: rows }: ClaimRow, first: number): void {
    const { page, pieces, at } = this;
    const { evidence } = this.cells;
    for (const [i, { published }] of rows.entries()) {
      page.put(i === 0 ? pieces.firstCitation : pieces.nextCitation);
      evidence.copy(first + i, at.evidence.url);
      page.put(pieces.name);
      evidence.copy(first + i, at.evidence.title);
      this.writeDate(published, evidence, first + i, at.evidence.published);
      page.byte(CLOSING_BRACE);
    }
    if (rows.length > 0) page.byte(CLOSING_BRACKET);
  }

  /** Writes a date, where there is one, that is an ISO 8601 date too. */
  private writeDate(edtf: string | null, cells: RowCells, row: number, cell: number): void {
    if (dateOf(edtf) !== null) this.writeField(this.pieces.datePublished, cells, row, cell);
  }

  /** Writes a property where there is a value. */
  private writeField(name: Piece, cells: RowCells, row: number, cell: number): void {
    if (cells.look(row, cell) === NULL) return;
    this.page.put(name);
    cells.copy(row, cell);
  }
}

/** Which cells are copied. */
function locateCells({ claims, articles, evidence, annotations }: ReviewCells) {
  const find = <Name extends string>(cells: RowCells, ...names: Name[]) =>
    Object.fromEntries(names.map((name) => [name, cells.cellOf(name)])) as Record<Name, number>;
  return {
    claims: find(
      claims,
      'claim_id',
      'claim',
      'justification',
      'claimant_role',
      'claim_date',
      'source_title',
      'source_url',
      'source_published',
      'source_language',
    ),
    articles: find(articles, 'publisher'),
    evidence: find(evidence, 'url', 'title', 'published'),
    annotations: find(annotations, 'date'),
  };
}

/** What is the same in many reviews. */
function keepPieces(page: Utf8Page, { settings, vocabulary }: ReviewContext) {
  return {
    between: page.keep(REVIEWS.separator),
    identifier: page.keep('{"@type":"ClaimReview","identifier":'),
    view: settings.url === null ? null : page.keep(`,"url":${JSON.stringify(viewsAddress(settings.url)).slice(0, -1)}`),
    claimReviewed: page.keep(',"claimReviewed":'),
    reviewBody: page.keep(',"reviewBody":'),
    dateCreated: page.keep(',"dateCreated":'),
    reviewer: page.keep(
      Object.entries(describeReviewer(settings))
        .map(([name, value]) => `,"${name}":${JSON.stringify(value)}`)
        .join(''),
    ),
    ratings: new Map(
      Array.from(vocabulary.verdicts.keys(), (verdict) => [verdict, page.keep(renderRating(verdict, vocabulary))]),
    ),
    itemReviewed: page.keep(',"itemReviewed":{"@type":"Claim"'),
    author: page.keep(',"author":{"@type":"Organization","name":'),
    asserter: page.keep(',"author":'),
    about: page.keep(',"about":'),
    jobTitle: page.keep(',"jobTitle":'),
    datePublished: page.keep(',"datePublished":'),
    headline: page.keep(',"appearance":{"@type":"NewsArticle","headline":'),
    url: page.keep(',"url":'),
    inLanguage: page.keep(',"inLanguage":'),
    publisher: page.keep(',"publisher":{"@type":"Organization","name":'),
    closing: page.keep('}}'),
    firstCitation: page.keep(',"citation":[{"@type":"CreativeWork","url":'),
    nextCitation: page.keep(',{"@type":"CreativeWork","url":'),
    name: page.keep(',"name":'),
  };
}

function renderRating(verdict: string, vocabulary: Vocabulary): string {
  return `,"reviewRating":${JSON.stringify(ratingOf(verdict, vocabulary))}`;
}
