// Article of the project and one of its claims → the label as other formats see it.
import type { RawArticle } from '../schemas/generated/types.ts';
import type { ImportedAppearance, ImportedEvidence, ImportedLabel, ImportedReview } from './label.ts';

type Keys<T> = Readonly<Partial<T>>;

/** What the article says of itself and of one claim; null and [] for what it leaves out. */
export function readLabel(article: RawArticle, at: number): ImportedLabel {
  const { id, title = null, url = null, publisher = null, published = null, language } = article as Keys<ImportedLabel>;
  const raw = (article.claims[at] ?? {}) as unknown as Keys<Omit<ImportedLabel['claim'], 'extra'>> & { extra?: object };
  return {
    id: id ?? '',
    title,
    url,
    publisher,
    published,
    language: language ?? 'und',
    claim: {
      id: raw.id ?? '',
      text: raw.text ?? '',
      claimant: raw.claimant ?? null,
      claimant_role: raw.claimant_role ?? null,
      claim_date: raw.claim_date ?? null,
      type: raw.type ?? null,
      also_types: raw.also_types ?? [],
      places: raw.places ?? [],
      verdict: raw.verdict ?? null,
      verdict_native: raw.verdict_native ?? null,
      justification: raw.justification ?? null,
      status: raw.status ?? 'imported',
      source: raw.source ?? { name: '', row: raw.id ?? '' },
      questions: raw.questions ?? [],
      evidence: (raw.evidence ?? []).map(readEvidence),
      reviews: (raw.reviews ?? []).map(readReview),
      appearances: (raw.appearances ?? []).map(readAppearance),
      extra: new Map(Object.entries(raw.extra ?? {})),
    },
  };
}

/**
 * What the article and the claim say beside the label, as `article/authors` or `claim/topics`; that the claimant
 * asserts the claim is what every format says.
 */
export function listOthers(article: RawArticle, at: number): string[] {
  const label = readLabel(article, at);
  const known = new Set([...Object.keys(label), 'kind', 'text', 'claims']);
  const inClaim = new Set(Object.keys(label.claim));
  const isSaid = (value: unknown) =>
    value !== null && value !== undefined && value !== 'claimant' && !(Array.isArray(value) && value.length === 0);
  const others = (object: object, names: ReadonlySet<string>, place: string) =>
    Object.entries(object).flatMap(([key, value]) => (isSaid(value) && !names.has(key) ? [`${place}/${key}`] : []));
  return [...others(article, known, 'article'), ...others(article.claims[at] ?? {}, inClaim, 'claim')];
}

/** What a piece of our own evidence shows is its answer. */
function readEvidence(raw: Keys<ImportedEvidence> & { shows?: string | null }): ImportedEvidence {
  return {
    id: raw.id ?? '',
    question: raw.question ?? null,
    answer: raw.answer ?? raw.shows ?? null,
    answer_type: raw.answer_type ?? null,
    explanation: raw.explanation ?? null,
    url: raw.url ?? null,
    archive_url: raw.archive_url ?? null,
    medium: raw.medium ?? null,
    title: raw.title ?? null,
    publisher: raw.publisher ?? null,
    published: raw.published ?? null,
    stance: raw.stance ?? null,
    quote: raw.quote ?? null,
    locator: raw.locator ?? null,
    group: raw.group ?? null,
    annotations: raw.annotations ?? [],
  };
}

function readReview(raw: Keys<ImportedReview>): ImportedReview {
  return {
    publisher: raw.publisher ?? null,
    url: raw.url ?? null,
    archive_url: raw.archive_url ?? null,
    title: raw.title ?? null,
    published: raw.published ?? null,
    language: raw.language ?? null,
    verdict_native: raw.verdict_native ?? null,
    rating: raw.rating ?? null,
    verdict: raw.verdict ?? null,
  };
}

function readAppearance(raw: Keys<ImportedAppearance>): ImportedAppearance {
  return {
    url: raw.url ?? null,
    archive_url: raw.archive_url ?? null,
    medium: raw.medium ?? null,
    published: raw.published ?? null,
    first: raw.first ?? false,
  };
}
