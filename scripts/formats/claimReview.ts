// Rows of claims → the schema.org ClaimReview of every claim (https://schema.org/ClaimReview).
import type { Settings } from '../citation/settings.ts';
import { type ClaimVote, votesOn } from '../claims/votes.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';
import type { ArticleRow, ClaimRow, EntityRow, RawEntities } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { licenceAddress } from './licence.ts';
import { omitEmpty } from './omitEmpty.ts';
import { countLines, type RowFormat, type RowLayout } from './rowFormat.ts';

/** What a review needs beside its row. */
export interface ReviewContext {
  settings: Settings;
  vocabulary: Vocabulary;
}

/** The file of reviews, each on a line of its own. */
export const REVIEWS: RowLayout = {
  path: 'claimreview.jsonld',
  table: 'claims',
  opening: '{"@context":"https://schema.org","@graph":[\n',
  separator: ',\n',
  closing: '\n]}\n',
  count: countLines,
};

const { minimum: WORST, maximum: BEST } = SCHEMAS['raw/verdicts.schema.json'].items.properties.rating_value;

const KINDS: Record<EntityRow['kind'], string> = {
  person: 'Person',
  government: 'GovernmentOrganization',
  organisation: 'Organization',
  media: 'NewsMediaOrganization',
  group: 'Organization',
  unknown: 'Thing',
};

/** Whether there is a verdict that allows a review: `claim_review` of the scale, true unless it says false. */
export function isReviewed(verdict: string | null, vocabulary: Vocabulary): verdict is string {
  return verdict !== null && vocabulary.verdicts.get(verdict)?.claim_review !== false;
}

/** Reviews of all claims whose verdict allows one. */
export function claimReviews(context: ReviewContext): RowFormat {
  return {
    ...REVIEWS,
    render: (rows) =>
      (rows as readonly ClaimRow[])
        .filter(({ verdict }) => isReviewed(verdict, context.vocabulary))
        .map((row) => JSON.stringify(reviewOf(row, context)))
        .join(REVIEWS.separator),
  };
}

/**
 * The review of a claim. `ratingValue` is there only where the scale gives a number; `dateCreated` is the day of the
 * last vote; `url`, the claim's view in the explorer, only where CITATION.cff has an address. The author of the claim
 * is who asserts it as it is worded; whom it quotes is what it is about (https://schema.org/about). What is not known
 * is left out, and so are dates that are intervals, which have no form in schema.org.
 */
function reviewOf(row: ClaimRow, { settings, vocabulary }: ReviewContext): object {
  const publisher = publisherOf(row.article);
  return omitEmpty({
    '@type': 'ClaimReview',
    identifier: row.claim_id,
    url: settings.url === null ? null : `${viewsAddress(settings.url)}${row.claim_id}`,
    claimReviewed: row.claim,
    reviewBody: row.justification,
    dateCreated: lastVote(row)?.date,
    ...describeReviewer(settings),
    reviewRating: ratingOf(row.verdict ?? '', vocabulary),
    itemReviewed: omitEmpty({
      '@type': 'Claim',
      author: asserterOf(row, vocabulary) ?? publisher,
      about: isQuoted(row) ? claimantOf(row, vocabulary) : null,
      datePublished: dateOf(row.claim_date),
      appearance: omitEmpty({
        '@type': 'NewsArticle',
        headline: row.source_title,
        url: row.source_url,
        datePublished: dateOf(row.source_published),
        inLanguage: row.source_language,
        publisher,
      }),
    }),
    citation: row.evidence.map(({ url, title, published }) =>
      omitEmpty({ '@type': 'CreativeWork', url, name: title, datePublished: dateOf(published) }),
    ),
  });
}

/** Who reviews, and under what licence: the same in every review. */
export function describeReviewer({ authors, license }: Settings): Record<string, unknown> {
  return omitEmpty({
    author: authors.map(({ kind, name }) => ({ '@type': kind === 'person' ? 'Person' : 'Organization', name })),
    license: licenceAddress(license),
  });
}

/**
 * The address of the explorer's views of claims, each of which goes on with the claim's id. `url` is where the
 * explorer stands.
 */
export function viewsAddress(url: string): string {
  return `${url.replace(/#.*$/, '')}#claim/`;
}

/** The rating that a verdict is. */
export function ratingOf(id: string, vocabulary: Vocabulary): object {
  const verdict = vocabulary.verdicts.get(id);
  const value = verdict?.rating_value ?? null;
  return {
    '@type': 'Rating',
    ...(value === null ? {} : { ratingValue: value, bestRating: BEST, worstRating: WORST }),
    alternateName: verdict?.label ?? id,
  };
}

/** The vote of the last day, of several the first; null without votes. */
export function lastVote({ annotations }: ClaimRow): ClaimVote | null {
  let last: ClaimVote | null = null;
  for (const vote of votesOn(annotations))
    if (last === null || compareCodePoints(vote.date, last.date) > 0) last = vote;
  return last;
}

/** A date that is an ISO 8601 date too, else null. */
export function dateOf(edtf: string | null): string | null {
  return edtf?.includes('/') === false ? edtf : null;
}

/** The type and name of an entity. */
export function identify({ kind, name }: Pick<EntityRow, 'kind' | 'name'>): object {
  return { '@type': KINDS[kind], name };
}

/** The address of an entity, where it is known. */
export function sameAs(wikidata: string | null | undefined): string | null {
  return wikidata ? `https://www.wikidata.org/wiki/${wikidata}` : null;
}

/** Whether somebody else asserts the claim than the entity whose words or deeds it is about. */
export function isQuoted({ claimant_id, asserted_by_id }: ClaimRow): boolean {
  return claimant_id !== null && claimant_id !== asserted_by_id;
}

/** Who asserts the claim; null where the article does, which is its publisher. */
function asserterOf({ asserted_by_id, claimant_id, claimant_role }: ClaimRow, vocabulary: Vocabulary): object | null {
  return describe(vocabulary.entities.get(asserted_by_id ?? ''), asserted_by_id === claimant_id ? claimant_role : null);
}

/** The claimant; null for the article's own voice, which is its publisher. */
function claimantOf({ claimant_id, claimant_role }: ClaimRow, vocabulary: Vocabulary): object | null {
  return describe(vocabulary.entities.get(claimant_id ?? ''), claimant_role);
}

function describe(entity: RawEntities[number] | undefined, role: string | null): object | null {
  if (!entity) return null;
  const jobTitle = entity.kind === 'person' ? role : null;
  return omitEmpty({ ...identify(entity), jobTitle, sameAs: sameAs(entity.wikidata) });
}

function publisherOf({ publisher, publisher_id }: ArticleRow): object | null {
  return publisher_id === null ? null : { '@type': 'Organization', name: publisher };
}
